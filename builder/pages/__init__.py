"""An edition as one page: HTML that reads and prints without a script."""
