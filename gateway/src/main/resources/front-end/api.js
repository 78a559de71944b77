// Talks to the BFF. The browser has a cookie and nothing else; the headers show that it is this page that asks, and of
// which build it is: /app/builds/BUILD/api.js.
const BUILD = new URL(import.meta.url).pathname.split('/')[3];
const OWN_PAGE = { 'X-CSRF': '1', 'X-Abacus-Build': BUILD };

export class SignedOut extends Error {}

/** The company itself has no access now, suspended or closed: the message says which. */
export class ShutOut extends SignedOut {}

/** What went wrong, as the suite tells it: a code, facts, and the request id that joins it to logs and traces. */
export class Refusal extends Error {
  constructor(message, facts = {}) {
    super(message);
    this.facts = facts;
  }
}

/** The services behind this page speak to it no more; a newer one is a reload away. */
export class Outdated extends Refusal {}

async function ask(path, options = {}) {
  const answer = await fetch(path, { ...options, headers: { ...OWN_PAGE, ...options.headers } });
  if (answer.ok) {
    return answer;
  }
  const problem = await answer.json().catch(() => ({}));
  const code = (problem.type ?? '').split('/').at(-1);
  if (code.startsWith('tenant-')) {
    throw new ShutOut(problem.detail);
  }
  if (answer.status === 401) {
    throw new SignedOut(problem.detail);
  }
  if (code === 'upgrade-required') {
    throw new Outdated(problem.detail, { ...problem, code });
  }
  throw new Refusal(problem.detail ?? `${answer.status}`, { ...problem, code });
}

export const session = () => ask('/app/session').then((answer) => answer.json());

/** The build that this session's company gets, if it is another than this page's. */
export async function otherBuild() {
  const { build } = await (await ask('/app/manifest.json')).json();
  return build === BUILD ? null : build;
}

export const signOut = () => ask('/app/logout', { method: 'POST' });

/** Answers `{data, errors}`: a part of a page may be missing while the rest is there. */
export const query = (text, variables = {}) =>
  ask('/graphql', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ query: text, variables }),
  }).then((answer) => answer.json());

/** Answers the data of an operation that has an effect, or throws its first error. */
export async function change(text, variables) {
  const { data, errors } = await query(text, variables);
  if (errors?.length) {
    throw new Refusal(errors[0].message, errors[0].extensions);
  }
  return data;
}
