"""Files for other programs (calendar, spreadsheet, database), and tables read back from them."""
