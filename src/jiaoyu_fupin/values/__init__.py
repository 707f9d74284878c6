"""What every other module is made of: errors, texts, labels, money, dates, exact numbers."""
