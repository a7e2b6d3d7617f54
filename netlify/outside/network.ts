import { lookup } from "node:dns/promises";
import { connect as connectPlain, isIP, type Socket } from "node:net";
import { connect as connectSecure } from "node:tls";

/** Where to, once it has been checked. */
export interface Destination {
  /** The numeric address: no name is looked up again. */
  readonly address: string;
  readonly port: number;
  readonly secure: boolean;
  /** Whose certificate is expected. */
  readonly host: string;
}

/** The network as the fetcher knows it; tests bring one of their own. */
export interface Network {
  resolve(host: string): Promise<readonly string[]>;
  dial(destination: Destination): Socket;
}

export const NETWORK: Network = {
  async resolve(host) {
    if (isIP(host) !== 0) return [host];
    return (await lookup(host, { all: true })).map(({ address }) => address);
  },
  dial({ address, port, secure, host }) {
    if (!secure) return connectPlain({ host: address, port });
    const named = isIP(host) === 0 ? { servername: host } : {};
    return connectSecure({ host: address, port, ...named });
  },
};
