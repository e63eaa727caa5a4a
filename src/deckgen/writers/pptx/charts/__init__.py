"""Chart figures → graphic frames, and chart parts with the workbooks that hold their numbers."""
