/** A two-way pipe for plain data between two processes (or two sides of one). Four exist; client and serve are written once above them. */

export interface Link {
  send(message: unknown): void;
  /** One listener; a second call replaces it. */
  onMessage(listener: (message: unknown) => void): void;
  /** Called once when the other side is gone. */
  onClose(listener: () => void): void;
  close(): void;
}
