"""A workbook that is too large to keep its rows."""
def run(test, programs, folder):
    pass
