"""The pieces of the page; with app.py the only door to Streamlit."""
