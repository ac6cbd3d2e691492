/** What `--help` prints. The command line's own words stand here; all others come from `_locales`. */
export const HELP = `Usage:
  touchstone verify  <file | url | -> ...    one credential in any container, or many
  touchstone inspect <page.html | url> ...   every credential on a page
  touchstone verify  --batch <file | ->      a link, a path or a credential a line; an outcome a line

Options:
  --json               print one JSON object (schema "touchstone/1") instead of a table
  --explain            for each problem its code, its place (JSON Pointer) and a line for developers; where a
                       signature does not hold, the canonical forms, hashes and key that it was held against
  --at <instant>       judge as of this moment, for example 2026-11-23T00:00:00Z
  --base <url>         the address that a saved page was saved from
  --documents <file>   closed world: a JSON object that gives for each URL a file, a redirect or an error;
                       nothing else is asked, and every other request answers unreachable
  --email <address>    compare the record's recipient with this address, on this machine
  --name <name>        compare the record's recipient with this name
  --trust <file>       issuers to recognise: [{"id": "did:... or https://...", "name": "..."}], and federations to ask
                       (OpenID Federation) by the key of their anchor: {"federation": "https://...", "name": "...", "jwks": {...}}
  --report <file>      also write a report: .html, .csv or .json
  --jsonl              outcomes as JSON, one a line, as they come: {"n": line, "input", "status", "items": [...]}
                       (what --batch always writes)
  --workers <n>        threads that check side by side (default: one for each processor)
  --resume <file>      write the outcomes to the end of this file, and leave out the lines that have one in it
  --help, --version

Exit codes:
  0   every credential is signature-verified or issuer-confirmed
  1   any is failed, revoked, expired or holder-mismatch
  2   none of that, but any is page-only, not-checked or unreachable, or nothing was found
  64  wrong usage
  70  internal error, or the output could not be written
`;

export const USAGE_LINE = 'usage: touchstone verify|inspect <file|url|-> ... [options]   (touchstone --help)';
