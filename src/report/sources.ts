/**
 * What each credential came from, as short as it can be told from the others: without the folders that all share. Null
 * where there was one target alone.
 */
export function shortSources(
  views: readonly { readonly source: string | null }[],
): (source: string | null) => string | null {
  const paths = views.flatMap(({ source }) => (source === null ? [] : [source.split('/')]));
  const [first = []] = paths;
  const shared = (at: number): boolean =>
    paths.every((path) => at < path.length - 1 && path[at] === first[at]);
  let folders = 0;
  while (paths.length > 0 && shared(folders)) folders += 1;
  return (source) => (source === null ? null : source.split('/').slice(folders).join('/'));
}
