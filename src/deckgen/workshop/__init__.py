"""A theme → what its maker needs: tables of its tokens, checks, a file to begin with, a preview."""
