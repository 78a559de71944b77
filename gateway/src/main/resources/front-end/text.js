// What the page says, in both languages. The choice is kept in the browser and needs no server.
const TEXTS = {
  en: {
    otherLanguage: '中文', signIn: 'Sign in', signOut: 'Sign out',
    welcome: 'Welcome to Abacus', welcomeText: 'Sign in with your company, your name and your password.',
    signInFailed: 'Signing in did not work. Please try again.',
    sessionEnded: 'Your session has ended. Please sign in again.',
    products: 'Products', searchProducts: 'Name, SKU or barcode', search: 'Search', more: 'More',
    sku: 'SKU', name: 'Name', stock: 'Available', price: 'Price', order: 'Order', unknown: 'not known now', none: 'none',
    noPrice: 'no price', noProducts: 'No products found.',
    newOrder: 'New order', customer: 'Customer', lines: 'Lines', quantity: 'Quantity', unit: 'Unit',
    addLine: 'Add a line', remove: 'Remove', placeOrder: 'Place order', addToOrder: 'Add to order',
    chooseCustomer: 'Choose a customer',
    placed: 'Order {id} is {status}: {total}, {discount} off.', refused: 'The order was not placed.',
    recentOrders: 'Latest orders', orderId: 'Order', status: 'Status', total: 'Total', noOrders: 'No orders yet.',
    customers: 'Customers', code: 'Code', creditLimit: 'Credit limit', creditAvailable: 'Still free',
    creditFree: '{available} of {limit} free', noCustomers: 'No customers yet.',
    requestId: 'Request id: {id}', short: '{sku}: {available} available',
    outdated: 'There is a newer version of this page, and this one no longer works. Nothing was changed. Please reload.',
    reload: 'Reload',
    notAllowed: 'You may not see this.',
  },
  zh: {
    otherLanguage: 'English', signIn: '登录', signOut: '退出',
    welcome: '欢迎使用 Abacus', welcomeText: '请用公司代码、用户名和密码登录。',
    signInFailed: '登录未成功，请重试。', sessionEnded: '会话已结束，请重新登录。',
    products: '商品', searchProducts: '名称、SKU 或条码', search: '查询', more: '更多',
    sku: 'SKU', name: '名称', stock: '可用库存', price: '价格', order: '下单', unknown: '暂时未知', none: '无',
    noPrice: '无价格', noProducts: '没有找到商品。',
    newOrder: '新订单', customer: '客户', lines: '明细', quantity: '数量', unit: '单位',
    addLine: '增加一行', remove: '删除', placeOrder: '提交订单', addToOrder: '加入订单',
    chooseCustomer: '请选择客户',
    placed: '订单 {id} 状态 {status}：{total}，优惠 {discount}。', refused: '订单没有提交成功。',
    recentOrders: '最近订单', orderId: '订单', status: '状态', total: '合计', noOrders: '还没有订单。',
    customers: '客户', code: '代码', creditLimit: '信用额度', creditAvailable: '可用额度',
    creditFree: '可用 {available}，额度 {limit}', noCustomers: '还没有客户。',
    requestId: '请求编号：{id}', short: '{sku}：可用 {available}',
    outdated: '本页面已有新版本，当前版本无法继续使用。刚才的操作没有生效，请重新加载。',
    reload: '重新加载',
    notAllowed: '您没有查看权限。',
  },
};

const STORED = 'abacus.language';
let language = localStorage.getItem(STORED) ?? (navigator.language.startsWith('zh') ? 'zh' : 'en');

export const say = (key, values = {}) =>
  Object.entries(values).reduce((text, [name, value]) => text.replace(`{${name}}`, value), TEXTS[language][key]);

/** Puts the texts of the current language on every element that names one. */
export function translate(root = document) {
  document.documentElement.lang = language;
  root.querySelectorAll('[data-text]').forEach((element) => {
    element.textContent = say(element.dataset.text);
  });
}

export function switchLanguage() {
  language = language === 'en' ? 'zh' : 'en';
  localStorage.setItem(STORED, language);
}
