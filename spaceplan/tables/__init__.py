"""Spreadsheets out and back in: columns, CSV, workbooks, and updates read from them."""
