/** Hosts, each on a line of its own. They are written from left to right in every language. */
export const Hosts = ({ hosts }: { readonly hosts: readonly string[] }) => (
  <ul class="plain hosts">
    {hosts.map((host) => (
      <li key={host}>
        <bdi dir="ltr">{host}</bdi>
      </li>
    ))}
  </ul>
);
