import { change, otherBuild, Outdated, query, Refusal, session, ShutOut, SignedOut, signOut } from './api.js';
import { say, switchLanguage, translate } from './text.js';

const $ = (id) => document.getElementById(id);
const PAGE = 20;

const PRODUCTS = `query ($search: String, $first: Int!, $after: String, $customer: ID!, $priced: Boolean!) {
  products(search: $search, active: true, first: $first, after: $after) {
    next
    items { sku name saleUnit stock { available { amount unit } }
      price(customer: $customer) @include(if: $priced) { unitPrice { amount currency } } } } }`;
const CUSTOMERS = `{ customers(first: 100) { items { id code name
  credit { limit { amount currency } available { amount currency } } } } }`;
const ORDERS = `{ orders(first: 10) { items { id status total { amount currency } customer { name } } } }`;
const PLACE = `mutation ($order: OrderInput!, $key: String!) { placeOrder(order: $order, idempotencyKey: $key) {
  id status total { amount currency } discount { amount currency } } }`;

const state = { products: [], next: null, customers: [], key: null };

/** At least two decimals, and no digit less than there is. */
const money = ({ amount, currency }) => {
  const [whole, decimals = ''] = amount.split('.');
  return `${whole}.${decimals.padEnd(2, '0')} ${currency}`;
};
const quantity = ({ amount, unit }) => `${amount} ${unit}`;

function element(tag, content, className) {
  const made = document.createElement(tag);
  made.append(...[content].flat().filter((part) => part !== null));
  if (className) made.className = className;
  return made;
}

function button(text, action) {
  const made = element('button', text, 'quiet');
  made.type = 'button';
  made.addEventListener('click', action);
  return made;
}

function rows(body, items, row, empty) {
  const shown = items.length ? items.map((item) => element('tr', row(item))) : [element('tr', wide(empty))];
  body.replaceChildren(...shown);
}

function wide(text) {
  const cell = element('td', text);
  cell.colSpan = 5;
  return cell;
}

function notice(text) {
  $('notice').textContent = text ?? '';
  $('notice').hidden = !text;
}

/** Runs what may fail; a session that has ended leads back to the beginning. */
async function attempt(work) {
  try {
    await work();
  } catch (failure) {
    if (failure instanceof SignedOut) {
      showWelcome(whyOut(failure));
    } else if (failure instanceof Outdated) {
      showOutdated();
    } else {
      notice(failure.message);
    }
  }
}

const whyOut = (failure) => (failure instanceof ShutOut ? failure.message : say('sessionEnded'));

/** What was typed stays on the screen: reloading is for the user to decide. */
function showOutdated() {
  $('outdated').hidden = false;
  $('outdated').scrollIntoView();
}

function showWelcome(text) {
  $('welcome').hidden = false;
  $('work').hidden = $('who').hidden = $('sign-out').hidden = true;
  notice(text);
}

// Products

/** Adds up what is free in all warehouses; stock that nobody could tell is not "none". */
function available(product) {
  if (product.stock === null) return element('span', say('unknown'), 'bad');
  if (!product.stock.length) return say('none');
  const total = product.stock.reduce((sum, level) => sum + Number(level.available.amount), 0);
  return quantity({ amount: +total.toFixed(6), unit: product.stock[0].available.unit });
}

function showProducts() {
  rows(
    $('product-rows'),
    state.products,
    (product) => [
      element('td', product.sku),
      element('td', product.name),
      element('td', available(product), 'number'),
      element('td', product.price ? money(product.price.unitPrice) : say('noPrice'), 'number'),
      element('td', button(say('addToOrder'), () => addLine(product))),
    ],
    say('noProducts'),
  );
  $('more-products').hidden = !state.next;
  $('skus').replaceChildren(...state.products.map((product) => new Option(product.name, product.sku)));
}

async function loadProducts(after = null) {
  const customer = $('customer').value;
  const { data, errors } = await query(PRODUCTS, {
    search: $('search-text').value || null, first: PAGE, after, customer: customer || '0', priced: !!customer,
  });
  const slice = data?.products ?? { items: [], next: null };
  state.products = after ? [...state.products, ...slice.items] : slice.items;
  state.next = slice.next;
  showProducts();
  notice(data?.products ? null : errors?.[0]?.message);
}

// Customers

function showCustomers() {
  rows(
    $('customer-rows'),
    state.customers,
    (customer) => [
      element('td', customer.code),
      element('td', customer.name),
      element('td', money(customer.credit.limit), 'number'),
      element('td', money(customer.credit.available), 'number'),
    ],
    say('noCustomers'),
  );
  const chosen = $('customer').value;
  $('customer').replaceChildren(
    new Option(say('chooseCustomer'), ''),
    ...state.customers.map((customer) => new Option(`${customer.code} ${customer.name}`, customer.id)),
  );
  $('customer').value = chosen;
  showCredit();
}

function showCredit() {
  const customer = state.customers.find(({ id }) => id === $('customer').value);
  $('credit').textContent = customer
    ? say('creditFree', { available: money(customer.credit.available), limit: money(customer.credit.limit) })
    : '';
}

async function loadCustomers() {
  const { data, errors } = await query(CUSTOMERS);
  state.customers = data?.customers?.items ?? [];
  showCustomers();
  if (errors?.length) notice(errors[0].message);
}

// Orders

function addLine(product) {
  const line = $('line').content.cloneNode(true).firstElementChild;
  translate(line);
  line.querySelector('.sku').value = product?.sku ?? '';
  line.querySelector('.unit').value = product?.saleUnit ?? '';
  line.querySelector('.remove').addEventListener('click', () => line.remove());
  line.querySelector('.sku').addEventListener('input', ({ target }) => {
    const known = state.products.find(({ sku }) => sku === target.value);
    if (known) line.querySelector('.unit').value = known.saleUnit;
  });
  $('order-lines').append(line);
  line.querySelector(product ? '.quantity' : '.sku').focus();
}

function orderAsEntered() {
  return {
    customerId: $('customer').value,
    lines: [...$('order-lines').children].map((line) => ({
      sku: line.querySelector('.sku').value.trim(),
      quantity: { amount: line.querySelector('.quantity').value, unit: line.querySelector('.unit').value.trim() },
    })),
  };
}

/** The reason in the suite's words, and what of the stock or credit was short, if it says so. */
function refusal(failure) {
  const facts = failure.facts ?? {};
  const short = Array.isArray(facts.lines) ? facts.lines : [];
  return [
    element('p', `${say('refused')} ${failure.message}`, 'bad'),
    short.length
      ? element('ul', short.filter(({ sku }) => sku).map(({ sku, available: left }) => element('li',
          say('short', { sku, available: typeof left === 'object' && left ? quantity(left) : left ?? '?' }))))
      : null,
    facts.requestId ? element('p', say('requestId', { id: facts.requestId }), 'hint') : null,
  ].filter(Boolean);
}

async function placeOrder(event) {
  event.preventDefault();
  if (!$('order-lines').children.length) return addLine();
  const submit = $('order-form').querySelector('[type=submit]');
  submit.disabled = true;
  // The same key until an answer has come: pressed twice, or sent again after a break, it is one order.
  state.key ??= crypto.randomUUID();
  try {
    const { placeOrder: order } = await change(PLACE, { order: orderAsEntered(), key: state.key });
    state.key = null;
    $('order-result').replaceChildren(element('p', say('placed', {
      id: order.id, status: order.status, total: money(order.total), discount: money(order.discount) }), 'good'));
    $('order-lines').replaceChildren();
    await Promise.all([loadOrders(), loadCustomers(), loadProducts()]);
  } catch (failure) {
    if (failure instanceof SignedOut) return showWelcome(whyOut(failure));
    if (failure instanceof Outdated) return showOutdated();
    if (failure instanceof Refusal && failure.facts.status < 500) state.key = null;
    $('order-result').replaceChildren(...refusal(failure));
  } finally {
    submit.disabled = false;
  }
}

async function loadOrders() {
  const { data } = await query(ORDERS);
  rows(
    $('order-rows'),
    data?.orders?.items ?? [],
    (order) => [
      element('td', order.id),
      element('td', order.customer?.name ?? '—'),
      element('td', order.status),
      element('td', money(order.total), 'number'),
    ],
    say('noOrders'),
  );
}

// The page

/**
 * A link from another site brings no session along, so the page that it opened is the one for strangers: changes over to
 * the company's own. Once for each build, whatever the servers say.
 */
async function switched() {
  const build = await otherBuild();
  if (!build) sessionStorage.removeItem('abacus.build');
  if (!build || sessionStorage.getItem('abacus.build') === build) return false;
  sessionStorage.setItem('abacus.build', build);
  location.replace('/app/');
  return true;
}

async function start() {
  translate();
  const failed = new URLSearchParams(location.search).get('signin') === 'failed';
  try {
    if (await switched()) return;
    const who = await session();
    $('who').textContent = who.name;
    $('who').hidden = $('sign-out').hidden = $('work').hidden = false;
    if (failed) history.replaceState(null, '', '/app/');
  } catch (failure) {
    if (failure instanceof Outdated) return showOutdated();
    const stranger = failure instanceof SignedOut && !(failure instanceof ShutOut);
    return showWelcome(stranger ? (failed ? say('signInFailed') : null) : failure.message);
  }
  await attempt(async () => {
    await loadCustomers();
    await Promise.all([loadProducts(), loadOrders()]);
  });
}

$('search').addEventListener('submit', (event) => {
  event.preventDefault();
  attempt(() => loadProducts());
});
$('more-products').addEventListener('click', () => attempt(() => loadProducts(state.next)));
$('customer').addEventListener('change', () => {
  showCredit();
  attempt(() => loadProducts());
});
$('add-line').addEventListener('click', () => addLine());
$('order-form').addEventListener('submit', (event) => attempt(() => placeOrder(event)));
$('order-form').addEventListener('input', () => { state.key = null; });
$('language').addEventListener('click', () => {
  switchLanguage();
  translate();
  if (!$('work').hidden) {
    showProducts();
    showCustomers();
    attempt(loadOrders);
  }
});
$('reload').addEventListener('click', () => location.assign('/app/'));
$('sign-out').addEventListener('click', () => attempt(async () => {
  await signOut();
  location.assign('/app/');
}));

start();
