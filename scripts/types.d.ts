declare module 'subset-font' {
  /** The bytes of a font with the glyphs of `text` only. */
  export default function subsetFont(
    font: Uint8Array,
    text: string,
    options?: {
      targetFormat?: 'sfnt' | 'woff' | 'woff2';
      preserveNameIds?: number[];
      variationAxes?: Record<string, number | { min: number; max: number; default?: number }>;
      noLayoutClosure?: boolean;
      noHinting?: boolean;
    },
  ): Promise<Buffer>;
}

declare module 'selenium-webdriver/http/util.js' {
  /** Resolves once a WebDriver server answers at this address; rejects after so many milliseconds. */
  export function waitForServer(url: string, timeoutMs: number): Promise<unknown>;
}

/** What the tests of the engines use of it; the published types are of an older version. */
declare module 'selenium-webdriver' {
  interface WebDriver {
    get(url: string): Promise<void>;
    getCapabilities(): Promise<{ get(name: string): unknown }>;
    executeAsyncScript<Result>(script: string): Promise<Result>;
    switchTo(): { defaultContent(): Promise<void>; frame(index: number): Promise<void> };
    manage(): {
      window(): { setRect(rect: { x: number; y: number; width: number; height: number }): Promise<unknown> };
    };
    quit(): Promise<void>;
  }
  export class Capabilities {
    constructor(values: Record<string, unknown>);
  }
  export class Builder {
    usingServer(url: string): this;
    withCapabilities(capabilities: Capabilities): this;
    build(): Promise<WebDriver>;
  }
}

declare module 'selenium-webdriver/bidi/index.js' {
  /** A connection by WebDriver BiDi. */
  export default class Connection {
    constructor(address: string);
    socket: WebSocket;
    /** The whole answer, an error's included. */
    send(command: { method: string; params: Record<string, unknown> }): Promise<unknown>;
    close(): Promise<unknown>;
  }
}
