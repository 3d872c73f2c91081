"""The page, as ``planner.ui.launch`` serves it; everything it shows lives in ``planner.ui``.

It stands here and not beside ``planner/ui/pages``: Streamlit takes a folder of that name beside
its script for pages of its own, and would open one of them bare from a link.
"""

from planner.ui.main import main

main()
