export interface BundledFile {
  readonly kind: 'context' | 'schema' | 'apart';
  readonly file: string;
  readonly stated: string | undefined;
  readonly digest: string;
  readonly text: string;
}
export function bundledFiles(root: string): readonly BundledFile[];
export function troubleInFiles(files: readonly BundledFile[]): readonly string[];
export function troubleInScripts(
  scripts: readonly string[],
  files: readonly BundledFile[],
): readonly string[];
