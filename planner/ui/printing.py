"""A button that prints the page on screen, where nothing needs to be asked of the server."""

import streamlit as st

_print = st.components.v2.component(
    "planner_print",
    html='<button type="button"></button>',
    css="""
button {
    font: inherit; font-size: 0.875rem;
    color: var(--st-text-color); background: var(--st-background-color);
    border: 1px solid var(--st-border-color); border-radius: var(--st-button-radius);
    padding: 0.25rem 0.75rem; min-height: 2.5rem; cursor: pointer;
}
button:hover { border-color: var(--st-primary-color); color: var(--st-primary-color); }
button:focus-visible { outline: 2px solid var(--st-primary-color); outline-offset: 2px; }
""",
    js="""
export default function ({ parentElement, data }) {
    const button = parentElement.querySelector("button");
    button.textContent = data.label;
    button.onclick = () => window.print();
}
""",
)


def print_button(label: str, key: str) -> None:
    """Draw the button; the page's style says what of it reaches the paper."""
    _print(key=key, data={"label": label}, width="content")
