/** Hosts on which many people publish, each below their own path. Data only; tenant.ts reads it. */

export interface SharedHosts {
  /** Host names. `*` stands for one label or more. */
  readonly hosts: readonly string[];
  /**
   * How the paths of tenants begin. `*` stands for characters within one segment, `/` for the whole host. The first
   * pattern that fits decides. Where none fits, an address does not show whose it is, so each address is a party of its
   * own.
   */
  readonly tenants: readonly string[];
  /** The source of this entry. */
  readonly source: string;
}

/**
 * A repository is a tenant together with its branch, tag or commit. Below the name of a repository, GitHub also
 * serves the commits of every fork and the heads of every pull request.
 */
export const SHARED_HOSTS: readonly SharedHosts[] = [
  {
    hosts: [
      'raw.githubusercontent.com',
      'raw.githack.com',
      'rawcdn.githack.com',
      'rawgit.com',
      'cdn.rawgit.com',
    ],
    tenants: ['/*/*/refs/*/*/', '/*/*/*/'],
    source: 'docs.github.com: About permanent links to files; githack.com',
  },
  {
    hosts: ['media.githubusercontent.com'],
    tenants: ['/media/*/*/refs/*/*/', '/media/*/*/*/'],
    source: 'docs.github.com: About Git Large File Storage',
  },
  {
    hosts: ['gist.githubusercontent.com'],
    tenants: ['/*/*/raw/'],
    source: 'docs.github.com: Creating gists',
  },
  {
    hosts: ['gist.github.com'],
    tenants: ['/*/*/raw/', '/*/*'],
    source: 'docs.github.com: Creating gists',
  },
  {
    hosts: ['github.com', 'codeberg.org', 'gitea.com', 'gitee.com', 'bitbucket.org'],
    tenants: [
      '/*/*/raw/refs/*/*/',
      '/*/*/raw/branch/*/',
      '/*/*/raw/commit/*/',
      '/*/*/raw/tag/*/',
      '/*/*/raw/*/',
      '/*/*/blob/*/',
      '/*/*/releases/download/',
    ],
    source: 'docs.github.com: About permanent links to files; docs.codeberg.org',
  },
  {
    hosts: ['gitlab.com'],
    tenants: ['/*/*/-/raw/*/', '/*/*/*/-/raw/*/', '/*/*/*/*/-/raw/*/', '/*/*/raw/*/', '/api/v4/projects/*/'],
    source: 'docs.gitlab.com: Repository files API; Snippets',
  },
  {
    hosts: [
      '*.github.io',
      '*.gitlab.io',
      '*.codeberg.page',
      '*.frama.io',
      '*.gitee.io',
      'bitbucket.io',
      '*.bitbucket.io',
    ],
    // An account's own page, or a file at its root, has no project in its path.
    tenants: ['/*/', '/'],
    source: 'docs.github.com: What is GitHub Pages; docs.gitlab.com: GitLab Pages default domain names',
  },
  {
    hosts: ['cdn.jsdelivr.net', 'fastly.jsdelivr.net', 'gcore.jsdelivr.net', 'testingcf.jsdelivr.net'],
    tenants: ['/gh/*/*/', '/npm/@*/*/', '/npm/*/', '/wp/*/*/'],
    source: 'jsdelivr.com: Documentation',
  },
  {
    hosts: ['unpkg.com', 'esm.sh', 'cdn.skypack.dev', 'esm.run', 'ga.jspm.io'],
    tenants: ['/gh/*/*/', '/@*/*/', '/npm:*/', '/*/'],
    source: 'unpkg.com; esm.sh',
  },
  {
    hosts: ['cdn.statically.io', 'gitcdn.link', 'gitcdn.xyz', 'combinatronics.com'],
    tenants: ['/gh/*/*/*/', '/gl/*/*/*/', '/bb/*/*/*/', '/repo/*/*/*/'],
    source: 'statically.io: Documentation',
  },
  {
    hosts: ['storage.googleapis.com', 'storage.cloud.google.com', 'commondatastorage.googleapis.com'],
    tenants: ['/download/storage/v1/b/*/', '/storage/v1/b/*/', '/*/'],
    source: 'cloud.google.com: Cloud Storage request endpoints',
  },
  {
    hosts: ['www.googleapis.com'],
    tenants: ['/download/storage/v1/b/*/', '/storage/v1/b/*/', '/'],
    source: 'cloud.google.com: Cloud Storage request endpoints',
  },
  {
    hosts: ['firebasestorage.googleapis.com'],
    tenants: ['/v0/b/*/'],
    source: 'firebase.google.com: Cloud Storage, download URLs',
  },
  {
    hosts: ['firestore.googleapis.com'],
    tenants: ['/v1/projects/*/'],
    source: 'firebase.google.com: Cloud Firestore REST API',
  },
  {
    // Path-style addresses of S3 and of compatible stores. With virtual hosts, each bucket has its own host.
    hosts: [
      's3.*',
      's3-*',
      '*.digitaloceanspaces.com',
      '*.linodeobjects.com',
      '*.r2.cloudflarestorage.com',
      '*.your-objectstorage.com',
      '*.vultrobjects.com',
      '*.objects.dream.io',
      'objects-*.dream.io',
      'storage.yandexcloud.net',
      'gateway.storjshare.io',
      'storage.supabase.co',
      'objects.*',
      '*.objectstorage.ch',
      '*.ncloudstorage.com',
      'kr.object.*',
      'obs.*.myhuaweicloud.com',
      'cos.*.myqcloud.com',
      'oss-*.aliyuncs.com',
      'minio.*',
    ],
    tenants: ['/*/'],
    source: 'docs.aws.amazon.com: Virtual hosting of general purpose buckets (path-style requests)',
  },
  {
    hosts: ['*.backblazeb2.com'],
    tenants: ['/file/*/', '/*/'],
    source: 'backblaze.com: Native and S3 download URLs',
  },
  {
    hosts: ['objectstorage.*', '*.objectstorage.*'],
    tenants: ['/p/*/n/*/b/*/', '/n/*/b/*/'],
    source: 'docs.oracle.com: Object Storage dedicated endpoints',
  },
  {
    hosts: ['link.storjshare.io'],
    tenants: ['/raw/*/*/', '/s/*/*/'],
    source: 'storj.dev: Linksharing service',
  },
  {
    hosts: ['sites.google.com'],
    tenants: ['/view/*', '/site/*', '/a/*/*', '/*/*'],
    source: 'support.google.com: Publish and share your site',
  },
  {
    hosts: ['*-my.sharepoint.com'],
    tenants: ['/personal/*/'],
    source: 'learn.microsoft.com: OneDrive URLs in your organization',
  },
  {
    hosts: ['*.sharepoint.com'],
    tenants: ['/sites/*/', '/teams/*/', '/personal/*/', '/'],
    source: 'learn.microsoft.com: Terms and structure of SharePoint addresses',
  },
  {
    // Drives and boxes: an address names a file, but not its owner.
    hosts: [
      'drive.google.com',
      'docs.google.com',
      'drive.usercontent.google.com',
      '*.googleusercontent.com',
      'onedrive.live.com',
      'api.onedrive.com',
      '1drv.ms',
      '*.1drv.com',
      'dropbox.com',
      'www.dropbox.com',
      'dl.dropbox.com',
      '*.dropboxusercontent.com',
      'box.com',
      'app.box.com',
      '*.boxcloud.com',
      'mega.nz',
      'www.mediafire.com',
      'disk.yandex.com',
      '*.disk.yandex.net',
      'www.icloud.com',
      'api.pcloud.com',
      'files.catbox.moe',
      'cdn.discordapp.com',
      'media.discordapp.net',
      'transfer.sh',
      'file.io',
      'ucarecdn.com',
      'arweave.net',
      '*.arweave.net',
    ],
    tenants: [],
    source: 'support.google.com: Share files from Google Drive; help.dropbox.com: Shared links',
  },
  {
    // Paste sites, and services that fetch or show other people's pages.
    hosts: [
      'pastebin.com',
      'paste.ee',
      'rentry.co',
      'hastebin.com',
      'dpaste.org',
      'dpaste.com',
      'jsonkeeper.com',
      'www.jsonkeeper.com',
      'api.npoint.io',
      'api.jsonbin.io',
      'jsonblob.com',
      'run.mocky.io',
      'web.archive.org',
      'archive.ph',
      'webcache.googleusercontent.com',
      '*.translate.goog',
      '*.cdn.ampproject.org',
      'corsproxy.io',
      'api.allorigins.win',
      'r.jina.ai',
      'telegra.ph',
      'hackmd.io',
      'www.notion.so',
    ],
    tenants: [],
    source: 'pastebin.com: FAQ; archive.org: Wayback Machine general information',
  },
  {
    hosts: ['res.cloudinary.com'],
    tenants: ['/*/'],
    source: 'cloudinary.com: Transformation URL syntax',
  },
  {
    hosts: ['api.bitbucket.org'],
    tenants: ['/2.0/repositories/*/*/src/*/'],
    source: 'developer.atlassian.com: Bitbucket Cloud REST API, Source',
  },
  {
    hosts: ['archive.org', '*.us.archive.org'],
    tenants: ['/download/*/', '/details/*', '/*/items/*/'],
    source: 'archive.org: Items and their URLs',
  },
  {
    hosts: ['huggingface.co', 'hf.co'],
    tenants: ['/datasets/*/*/*/*/', '/spaces/*/*/*/*/', '/*/*/*/*/'],
    source: 'huggingface.co: Repositories, resolve URLs',
  },
  {
    hosts: ['zenodo.org', 'osf.io', 'figshare.com'],
    tenants: ['/records/*', '/record/*', '/api/records/*', '/articles/*/*'],
    source: 'help.zenodo.org: Records',
  },
  {
    hosts: [
      'codepen.io',
      'cdn.glitch.com',
      'cdn.glitch.global',
      'medium.com',
      'dev.to',
      'replit.com',
      'neocities.org',
    ],
    tenants: ['/*/'],
    source: 'blog.codepen.io: Documentation; help.medium.com: Your profile address',
  },
  {
    // A wallet's network. Whoever signs up gets a DID here, and signs with keys of their own.
    hosts: ['network.learncard.com'],
    tenants: ['/*/*/', '/'],
    source: 'docs.learncard.com: Profiles',
  },
  {
    // Hosts on which institutions publish their members' pages, under names that many institutions use.
    hosts: [
      'people.*',
      'pages.*',
      'users.*',
      'user.*',
      'members.*',
      'personal.*',
      'personalpages.*',
      'homepages.*',
      'homepage.*',
      'staff.*',
      'student.*',
      'students.*',
      'sites.*',
      'blogs.*',
      'webspace.*',
    ],
    tenants: ['/*/', '/'],
    source: 'httpd.apache.org: Per-user web directories (VirtualDocumentRoot and mod_userdir)',
  },
];
