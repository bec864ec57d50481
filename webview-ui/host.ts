/** The one object through which a webview speaks with the extension; VS Code gives it out once. */
interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

const api = acquireVsCodeApi();

/** The extension's side of a page: what it can be asked, what it says, and what is kept over a reload. */
export interface Host<Request, Message, State> {
  readonly post: (request: Request) => void;
  readonly listen: (receive: (message: Message) => void) => void;
  /** What was kept before the page was hidden or the window reloaded; nothing the first time. */
  readonly keptState: () => State | undefined;
  readonly keepState: (state: State) => void;
}

/** Only the extension can send messages to its webview and only the webview keeps state, so both have the types that they say. */
export function connect<Request, Message, State>(): Host<Request, Message, State> {
  return {
    post: (request) => api.postMessage(request),
    listen: (receive) => addEventListener("message", ({ data }: MessageEvent<Message>) => receive(data)),
    keptState: () => api.getState() as State | undefined,
    keepState: (state) => api.setState(state),
  };
}
