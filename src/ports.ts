/** The world, as the core sees it. Only background/main.ts and cli/main.ts put the real ports together. */
import type { Problem } from './problem.ts';
import type { Result } from './result.ts';

/** Milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number;

export interface Clock {
  now(): Instant;
}

export interface NetRequest {
  readonly url: string;
  /** The Accept header. Where it is absent, net/ sends one that prefers JSON. */
  readonly accept?: string;
  /** Cap on the (decoded) body, bytes. */
  readonly maxBytes?: number;
}

/** An HTTP answer of any status. A body over the cap, or a missing answer, is a Problem instead. */
export interface NetAnswer {
  /** The address asked for. */
  readonly url: string;
  /** The address that answered, after redirects. */
  readonly finalUrl: string;
  /** The addresses that redirected on the way, in order, where the transport shows them. */
  readonly hops?: readonly string[];
  readonly status: number;
  /** Lower-case, without parameters; null where the server gave none. */
  readonly contentType: string | null;
  readonly charset: string | null;
  readonly maxAgeSeconds: number | null;
  /** The Link header (RFC 8288), where the server gave one and the transport shows it. */
  readonly link?: string;
  readonly bytes: Uint8Array;
  readonly at: Instant;
  readonly cached: boolean;
}

/**
 * The only way to the network. It is guarded: https only, no private hosts, no cookies, no referrer, caps, each
 * document once.
 */
export interface Net {
  get(request: NetRequest): Promise<Result<NetAnswer>>;
  /** Why this address would be refused now, without a request; null where it would be asked. */
  readonly refusal?: (address: string) => Promise<Problem | null>;
}

/**
 * Tasks that may run away, by name. They are pure functions of plain data, because input and result cross into another
 * thread.
 */
export type Tasks = Readonly<Record<string, (input: never) => Result<unknown> | Promise<Result<unknown>>>>;

/** The only door to work without a foreseeable end. It is done where it can be stopped. */
export interface Heavy<T extends Tasks> {
  /**
   * The task's result. `work-stopped` where it took more time or memory than it may. A task that throws is a bug, and
   * rejects.
   */
  run<Name extends keyof T & string>(
    name: Name,
    input: Parameters<T[Name]>[0],
  ): Promise<Result<Given<T[Name]>>>;
}
/** The result of a task where it succeeds. */
type Given<Task extends Tasks[string]> =
  Awaited<ReturnType<Task>> extends Result<infer Value> ? Value : never;

/** Durable key-value memory. Values are structured-cloneable. */
export interface Store {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
  remove(key: string): Promise<void>;
}

/** Who hosts credentials, as verify/ needs to know it. provider/ implements it. */
export interface Hosting {
  /** Whether two addresses name the same record of one provider (api. and www. forms of one Credly assertion). */
  sameRecord(one: string, other: string): boolean;
  /** What a 404 at this address means. It is `absent` only on a platform known not to hide private records that way. */
  readonly notFound?: (address: string) => 'absent' | 'unknown';
  /**
   * The platform of this issuer id, where only its members may issue. Also the day on which that rule was read (ISO
   * date).
   */
  readonly membersOnly?: (issuerId: string) => { readonly name: string; readonly date: string } | null;
  /** The named platform whose own origin this address is on, if any. */
  providerAt(address: string): { readonly id: string; readonly name: string } | null;
}

/** Issuers that a trusted source lists: registries, the organisation's policy, the reader. By id, never by name. */
export interface IssuerRegistry {
  /** `net`: the way out for a registry that has to ask somebody. The report then says who was asked. */
  lookUp(issuerId: string, net: Net): Promise<Result<readonly Recognition[]>>;
  /** Who recognises universities: all that a directory knows under a suffix reserved for education. Null: nobody. */
  readonly universities?: () => Promise<'reader' | 'policy' | null>;
}
export interface Recognition {
  /** Whose word it is: `reader`, `policy`, `touchstone` (the project's own list), or a registry's own name. */
  readonly source: string;
  /** The name under which that source lists the issuer. */
  readonly name: string;
  /** Other names under which it knows the issuer. */
  readonly aka?: readonly string[];
  /** The id that the source has, where that is another spelling or form of the issuer's. */
  readonly listedAs?: string;
  /** The date of the source's statement (ISO date), where it has one. */
  readonly date?: string;
}

/** JSON-LD contexts that whoever runs the program vouches for, beside the bundled ones. */
export interface OfferedContexts {
  get(url: string): Uint8Array | undefined;
}

/** What the reader already knows of the person. It stays in memory. */
export interface KnownHolder {
  readonly email?: string;
  readonly name?: string;
}
