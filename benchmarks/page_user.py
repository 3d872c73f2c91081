"""One user on the page's own websocket: the messages a browser sends, and what it is answered.

The messages are the page server's protocol buffers, which come with it. Like a
browser the user polls what the page asks to be polled, and so is part of the load.
"""

import asyncio
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

from benchmarks import page_words as words

_MOST_SECONDS = 60.0
_ENDED_WELL = (
    ForwardMsg.FINISHED_SUCCESSFULLY,
    ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY,
)


@dataclass(frozen=True)
class Slider:
    """Where a limit is moved: the control's id, and the part of the page it belongs to."""

    id: str
    fragment: str


@dataclass
class Run:
    """What is on screen: what the last whole run has sent so far, and parts drawn after it."""

    limits: dict[str, int] = field(default_factory=dict)
    status: str = ""
    failed: str = ""
    seconds: float = 0.0

    def take(self, element: Any) -> bool:
        """Take note of one element of the page, and say whether all there is to wait for is there.

        That is the figures, or words that something failed.
        """
        kind = element.WhichOneof("type")
        if kind == "button":
            moved = words.limit_in_chip(element.button.label)
            self.limits.update([moved] if moved else [])
        elif kind == "markdown" and not self.status:
            self.status = words.status_in(element.markdown.body)
        elif kind == "exception" or (kind == "alert" and words.FAILED in element.alert.body):
            self.failed = words.FAILED
            return True
        return kind == "html" and words.TILES in element.html.body


class User:
    """A session with a what-if of its own."""

    def __init__(self, socket: ClientConnection) -> None:
        self.sliders: dict[str, Slider] = {}
        self.starts: dict[str, int] = {}
        self.failures: list[str] = []
        self._socket = socket
        self._page = ""
        self._query = ""
        self._moved: dict[str, int] = {}
        self._kept: dict[str, ForwardMsg] = {}
        self._run = Run()
        self._news: asyncio.Queue[Run] = asyncio.Queue()
        self._drawn = asyncio.Event()
        self._polls: dict[str, asyncio.Task[None]] = {}
        self._every: dict[str, float] = {}
        self._listening = asyncio.create_task(self._listen())

    @staticmethod
    async def arrive(port: int) -> "User":
        """Open the page and wait until it is drawn."""
        socket = await connect(f"ws://127.0.0.1:{port}/_stcore/stream", max_size=None)
        user = User(socket)
        await user._send(ClientState(page_name=words.ADDRESS))
        await user._answer({})
        async with asyncio.timeout(_MOST_SECONDS):
            await user._drawn.wait()
        return user

    async def leave(self) -> None:
        """Close the page."""
        for task in (*self._polls.values(), self._listening):
            task.cancel()
        await self._socket.close()

    async def move(self, practitioner: str, percent: int) -> Run:
        """Move a limit and wait until the figures that answer it are on screen."""
        self._moved[practitioner] = percent
        self._news = asyncio.Queue()
        began = time.perf_counter()
        await self._send(ClientState(fragment_id=self.sliders[practitioner].fragment))
        run = await self._answer(self._moved)
        run.seconds = time.perf_counter() - began
        return run

    async def _answer(self, limits: dict[str, int]) -> Run:
        """Wait for a run that shows the limits as they were moved, and all figures."""
        async with asyncio.timeout(_MOST_SECONDS):
            while True:
                run = await self._news.get()
                own = all(run.limits.get(who) == percent for who, percent in limits.items())
                if run.failed or own:
                    return run

    async def _send(self, state: ClientState) -> None:
        for practitioner, percent in self._moved.items():
            widget = state.widget_states.widgets.add(id=self.sliders[practitioner].id)
            widget.double_array_value.data.append(percent)
        state.page_script_hash = self._page
        state.query_string = self._query
        state.cached_message_hashes.extend(self._kept)
        await self._socket.send(BackMsg(rerun_script=state).SerializeToString())

    async def _listen(self) -> None:
        async for content in self._socket:
            message = ForwardMsg()
            message.ParseFromString(content if isinstance(content, bytes) else content.encode())
            try:
                self._hear(message)
            except Exception as error:
                self.failures.append(type(error).__name__)

    def _hear(self, message: ForwardMsg) -> None:
        match message.WhichOneof("type"):
            case "new_session":
                self._begin(message)
            case "navigation" | "page_info_changed":
                self._go(message)
            case "delta":
                self._draw(message)
            case "ref_hash":
                self._draw(self._kept[message.ref_hash])
            case "script_finished":
                self._end(message.script_finished)
            case "auto_rerun":
                self._poll(message.auto_rerun.fragment_id, message.auto_rerun.interval)
            case "stop_auto_rerun":
                self._stop_polling(message.stop_auto_rerun.fragment_ids)

    def _begin(self, message: ForwardMsg) -> None:
        """Clear the screen, unless only a part of the page is drawn anew."""
        if not message.metadata.run.fragment_ids:
            self._run = Run()

    def _go(self, message: ForwardMsg) -> None:
        """Note which page is shown, and its address: a browser says both with every message."""
        if message.WhichOneof("type") == "navigation":
            self._page = message.navigation.page_script_hash
        else:
            self._query = message.page_info_changed.query_string

    def _draw(self, message: ForwardMsg) -> None:
        if message.metadata.cacheable:
            self._kept[message.hash] = message
        for element in _elements(message):
            if self._run.take(element):
                self._news.put_nowait(self._run)
                self.failures += [self._run.failed] if self._run.failed else []
            if element.WhichOneof("type") == "slider":
                self._note(element.slider, message.delta.fragment_id)

    def _note(self, slider: Any, fragment: str) -> None:
        practitioner = words.owner_of_slider(slider.label)
        if practitioner and not slider.disabled:
            value = slider.value[0] if slider.set_value else slider.default[0]
            self.starts.setdefault(practitioner, int(value))
            self.sliders[practitioner] = Slider(slider.id, fragment)

    def _end(self, status: int) -> None:
        if status in _ENDED_WELL:
            self._drawn.set()
        elif status == ForwardMsg.FINISHED_WITH_COMPILE_ERROR:
            self.failures.append("the page did not compile")

    def _poll(self, fragment: str, interval: float) -> None:
        """Poll as often as was asked for last; what is asked for again goes on as it is."""
        if self._every.get(fragment) != interval:
            self._stop_polling([fragment])
            self._every[fragment] = interval
            self._polls[fragment] = asyncio.create_task(self._polling(fragment, interval))

    async def _polling(self, fragment: str, interval: float) -> None:
        while True:
            await asyncio.sleep(interval)
            await self._send(ClientState(fragment_id=fragment, is_auto_rerun=True))

    def _stop_polling(self, fragments: Any) -> None:
        for fragment in fragments:
            if fragment in self._polls:
                self._polls.pop(fragment).cancel()
                del self._every[fragment]


def _elements(message: ForwardMsg) -> Iterator[Any]:
    if message.delta.WhichOneof("type") == "new_element":
        yield message.delta.new_element
