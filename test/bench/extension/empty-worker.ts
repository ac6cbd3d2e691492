/** A worker that answers: what no worker can do without. */
chrome.runtime.onMessage.addListener((_message, _sender, reply) => {
  reply(true);
});
