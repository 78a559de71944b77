// Talks to the BFF. The browser has a cookie and nothing else; the header shows that it is this page that asks.
const OWN_PAGE = { 'X-CSRF': '1' };

export class SignedOut extends Error {}

/** What went wrong, as the suite tells it: a code, facts, and the request id that joins it to logs and traces. */
export class Refusal extends Error {
  constructor(message, facts = {}) {
    super(message);
    this.facts = facts;
  }
}

async function ask(path, options = {}) {
  const answer = await fetch(path, { ...options, headers: { ...OWN_PAGE, ...options.headers } });
  if (answer.ok) {
    return answer;
  }
  const problem = await answer.json().catch(() => ({}));
  const code = (problem.type ?? '').split('/').at(-1);
  if (answer.status === 401 || code.startsWith('tenant-')) {
    throw new SignedOut(problem.detail);
  }
  throw new Refusal(problem.detail ?? `${answer.status}`, { ...problem, code });
}

export const session = () => ask('/app/session').then((answer) => answer.json());

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
