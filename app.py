"""The page, for ``streamlit run app.py``; everything it shows lives in ``planner.ui``."""

from planner.ui.main import main

main()
