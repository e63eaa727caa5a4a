"""A data file (.csv, .tsv, .xlsx, .yaml, .json) → a table of texts that knows where each cell stands."""

from deckgen.source.data.read import read_data_file, table_of
from deckgen.source.data.table import DataTable, find_column, read_where, select

__all__ = ["DataTable", "find_column", "read_data_file", "read_where", "select", "table_of"]
