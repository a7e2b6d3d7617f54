import { connect, createServer, type Socket, type AddressInfo } from "node:net";

/** A line to another server that can be cut and mended; its own address stays the same. */
export interface CutLine {
  readonly url: string;
  cut(): Promise<void>;
  mend(): Promise<void>;
}

export async function startCutLine(target: string): Promise<CutLine> {
  const { hostname, port } = new URL(target);
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    const upstream = connect(Number(port), hostname);
    for (const one of [socket, upstream]) {
      open.add(one);
      one.on("close", () => open.delete(one));
      one.on("error", () => {
        socket.destroy();
        upstream.destroy();
      });
    }
    socket.pipe(upstream).pipe(socket);
  });
  const listen = (at: number) => new Promise<void>((resolve) => server.listen(at, "127.0.0.1", resolve));
  await listen(0);
  const own = (server.address() as AddressInfo).port;
  return {
    url: `http://127.0.0.1:${own}`,
    async cut() {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of open) socket.destroy();
      await closed;
    },
    mend: () => listen(own),
  };
}
