"""One student and Ganzhou's student benefits, computed in several ways side by side."""
