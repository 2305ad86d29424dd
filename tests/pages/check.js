// Opens each page at the widths of a telephone and a screen, light and dark. axe-core must find nothing; nothing may be wider than the window
// but what scrolls by itself; texts of pictures may not touch each other or be cut off; the Tab key must reach every link, button and table;
// a copied table must hold the texts of its cells and nothing else. Without script all of the text is there.
const path = require('path');
const fs = require('fs');
const { chromium } = require('playwright-core');

const [executablePath, ...pages] = process.argv.slice(2);
const axe = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const test = (name, wrong) => console.log(wrong.length ? `FAIL ${name}: ${wrong[0]}${wrong.slice(1, 10).map((line) => '\n    ' + line).join('')}` : `ok ${name}`);

// The functions below run in the page.
const geometry = () => {
  const wrong = document.documentElement.scrollWidth > innerWidth ? [`the page is ${document.documentElement.scrollWidth} wide`] : [];
  for (const svg of document.querySelectorAll('svg[role=img]')) {
    const box = svg.getBoundingClientRect();
    if (box.width === 0) continue;
    const texts = [...svg.querySelectorAll('text')].map((text) => [text.textContent, text.getBoundingClientRect()]);
    texts.forEach(([text, at], i) => {
      if (at.left < box.left - 1 || at.right > box.right + 1 || at.top < box.top - 1 || at.bottom > box.bottom + 1) wrong.push(`${text} is cut off`);
      for (const [other, there] of texts.slice(i + 1)) {
        const across = Math.min(at.right, there.right) - Math.max(at.left, there.left);
        const down = Math.min(at.bottom, there.bottom) - Math.max(at.top, there.top);
        if (across > 1 && down > 3) wrong.push(`${text} and ${other} overlap`);
      }
    });
  }
  const shown = [...document.querySelectorAll('figure')].filter((figure) => figure.offsetHeight > 0).length;
  const charts = document.querySelectorAll('figure').length / 2;
  if (shown !== charts) wrong.push(`${shown} pictures are shown of ${charts} charts`);
  return wrong;
};

const focusable = () => [...document.querySelectorAll('a[href], button, [tabindex="0"]')].map((element, i) => (element.dataset.place = i));

// The window hears of it after the page's own script.
const hear = () => window.addEventListener('copy', (event) => {
  window.seen = { text: event.clipboardData.getData('text/plain'), html: event.clipboardData.getData('text/html') };
}, { once: true });

(async () => {
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  for (const file of pages) {
    const address = 'file://' + path.resolve(file);
    for (const width of [360, 1280])
      for (const colorScheme of ['light', 'dark']) {
        const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme, bypassCSP: true });
        await page.goto(address);
        await page.evaluate(axe + ';0');
        const found = await page.evaluate((values) => axe.run(document, { runOnly: { type: 'tag', values } }), tags);
        test(`${file} at ${width}, ${colorScheme}: axe finds nothing`, found.violations.map((v) => `${v.id}: ${v.nodes[0].target} ${v.nodes[0].failureSummary.split('\n').join(' ')}`));
        test(`${file} at ${width}, ${colorScheme}: nothing overlaps or is cut off`, await page.evaluate(geometry));
        await page.close();
      }

    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    const wrong = [];
    page.on('console', (message) => wrong.push(message.text()));
    page.on('pageerror', (error) => wrong.push(String(error)));
    page.on('dialog', (dialog) => { wrong.push('it says ' + dialog.message()); dialog.dismiss(); });
    page.on('request', (request) => { if (request.url() !== address) wrong.push('it asks for ' + request.url()); });
    await page.goto(address);
    const styled = await page.evaluate(() => getComputedStyle(document.body).margin);
    if (styled !== '0px') wrong.push('the style sheet does not work');
    test(`${file} loads nothing and says nothing`, wrong);

    const places = await page.evaluate(focusable);
    const reached = [];
    for (let i = 0; i < places.length; i++) {
      await page.keyboard.press('Tab');
      reached.push(await page.evaluate(() => Number(document.activeElement.dataset.place)));
    }
    test(`${file}: the Tab key reaches all, in order`, reached.every((place, i) => place === i) ? [] : [`it reaches ${reached}`]);

    const copies = [];
    for (const button of await page.$$('button')) {
      await button.evaluate(hear);
      await button.click();
      const [seen, cells] = await button.evaluate((b) => [window.seen, [...document.getElementById(b.dataset.tabel).querySelectorAll('caption, th, td')].map((cell) => cell.textContent)]);
      const inHtml = await page.evaluate((html) => [...new DOMParser().parseFromString(html, 'text/html').querySelectorAll('caption, th, td')].map((cell) => cell.textContent), seen.html);
      const texts = (list) => JSON.stringify(list.map((text) => text.trim().replace(/\s+/g, ' ')).filter((text) => text));
      if (texts(inHtml) !== texts(cells)) copies.push(`the copied table holds ${texts(inHtml).slice(0, 200)}`);
      if (texts(seen.text.split(/[\t\n]/)) !== texts(cells)) copies.push(`the copied text is ${texts(seen.text.split(/[\t\n]/)).slice(0, 200)}`);
    }
    test(`${file}: a copied table holds its cells and nothing else`, copies);
    const withScript = await page.evaluate(() => document.querySelector('main').innerText.replace(/Tabel kopiëren|De tabel is gekopieerd.*/g, '').replace(/\s+/g, ' ').trim());
    await page.close();

    const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 1280, height: 900 } });
    const still = await context.newPage();
    await still.goto(address);
    const without = (await still.locator('main').innerText()).replace(/\s+/g, ' ').trim();
    test(`${file} is complete without script`, without === withScript ? [] : ['its text differs']);
    await context.close();
  }
  await browser.close();
})().catch((error) => { console.log('FAIL the browser: ' + error.message.split('\n')[0]); process.exit(1); });
