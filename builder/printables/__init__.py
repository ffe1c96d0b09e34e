"""Cards and worksheets for on paper: what authors write in ``printables/``, and the A4 pages made of it."""
