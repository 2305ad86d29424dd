// Opens each page at the widths of a telephone and a screen, light and dark; a picture of the light ones is kept beside it. axe-core must find nothing; nothing may be wider than the window
// but what scrolls by itself; texts of pictures may not touch each other or be cut off; the Tab key must reach every link, button and table;
// shapes stay inside their picture, bars off each other, and a figure stands beside a bar or wholly in it; every shape has a contrast of 3:1 with the
// page, every text 4.5:1 with what it stands on, and every series a pattern, dash or marker of its own; a copied table must hold the texts of its cells and nothing else. Without script all of the text is there.
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

const shapes = () => {
  const wrong = [];
  const parts = (colour) => colour.match(/[\d.]+/g).slice(0, 3).map(Number);
  const light = (colour) => {
    const [r, g, b] = parts(colour).map((part) => part / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (one, other) => (Math.max(light(one), light(other)) + 0.05) / (Math.min(light(one), light(other)) + 0.05);
  const across = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const down = (a, b) => Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  const holds = (a, b) => b.left >= a.left - 1 && b.right <= a.right + 1 && b.top >= a.top - 1 && b.bottom <= a.bottom + 1;
  const paper = getComputedStyle(document.body).backgroundColor;
  for (const svg of document.querySelectorAll('svg[role=img]')) {
    const box = svg.getBoundingClientRect();
    if (box.width === 0) continue;
    const of = (selector) => [...svg.querySelectorAll(selector)].map((shape) => ({ shape, look: shape.getAttribute('class'), at: shape.getBoundingClientRect(), style: getComputedStyle(shape) }));
    const title = svg.querySelector('title').textContent;
    const bars = of('rect:not(.grond)'), grounds = of('rect.grond'), points = of('path.punt'), lines = of('path.lijn');
    for (const { look, at } of of('rect, path, line')) if (!holds(box, at)) wrong.push(`${title}: ${look} leaves the picture`);
    bars.forEach((bar, i) => bars.slice(i + 1).forEach((other) => {
      if (across(bar.at, other.at) > 1 && down(bar.at, other.at) > 1) wrong.push(`${title}: two bars overlap`);
    }));
    for (const { style, look } of [...bars, ...lines]) if (contrast(style.stroke, paper) < 3) wrong.push(`${title}: ${look} has a contrast of ${contrast(style.stroke, paper)}`);
    for (const { shape, at, style } of of('text')) {
      let below = paper;
      for (const bar of bars) {
        if (across(at, bar.at) <= 1 || down(at, bar.at) <= 3) continue;
        if (bar.at.left - 1 > at.left || bar.at.right + 1 < at.right) wrong.push(`${title}: ${shape.textContent} stands half on a bar`);
        if (grounds.some((ground) => holds({ left: ground.at.left, right: ground.at.right, top: ground.at.top - 4, bottom: ground.at.bottom + 4 }, at))) continue;
        if (bar.style.fill.startsWith('url')) wrong.push(`${title}: ${shape.textContent} stands on a pattern`);
        else below = bar.style.fill;
      }
      for (const point of points) if (across(at, point.at) > 1 && down(at, point.at) > 3) wrong.push(`${title}: ${shape.textContent} stands on a point`);
      if (contrast(style.fill, below) < 4.5) wrong.push(`${title}: ${shape.textContent} has a contrast of ${contrast(style.fill, below)}`);
    }
    // The swatches of the legend are the first shapes: 14 pixels square, or short lines.
    const swatches = bars.filter(({ shape }) => shape.getAttribute('width') === '14' && shape.getAttribute('height') === '14').map(({ look }) => look);
    if (new Set(swatches).size !== swatches.length) wrong.push(`${title}: two series look the same`);
    const named = of('text').filter(({ at }) => bars.length && swatches.length === 0);
    if (swatches.length === 0)
      for (const bar of bars) {
        const beside = named.some(({ at }) => at.right <= bar.at.left + 1 && at.top < bar.at.bottom && at.bottom > bar.at.top);
        const above = named.some(({ at }) => at.bottom <= bar.at.top + 6 && at.bottom > bar.at.top - 12);
        if (!beside && !above) wrong.push(`${title}: a bar has no name`);
      }
    const dashes = [...new Set(lines.map(({ look }) => look))];
    const looks = new Set(dashes.map((look) => { const { style } = lines.find((line) => line.look === look); return style.strokeDasharray + style.stroke; }));
    if (looks.size !== dashes.length || (lines.length && lines.length > 2 * dashes.length && dashes.length > 1)) wrong.push(`${title}: two lines look the same`);
  }
  return wrong;
};

// Texts of the page itself: none stands over another, and none is cut off by the box it stands in. Every line of a text is measured.
const texts = () => {
  const wrong = [], lines = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode, holder = node.parentElement;
    if (!node.data.trim() || holder.closest('svg, script, style, .naar-inhoud, #_status') || getComputedStyle(holder).visibility === 'hidden') continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const scroll = holder.closest('.rol');
    for (const box of range.getClientRects()) {
      if (box.width < 1) continue;
      for (let around = holder; around; around = around.parentElement) {
        const at = around.getBoundingClientRect(), overflow = getComputedStyle(around);
        const cuts = overflow.overflowX !== 'visible' || overflow.overflowY !== 'visible' || around.matches('td, th');
        if (cuts && around !== scroll && (box.left < at.left - 1 || box.right > at.right + 1 || box.top < at.top - 1 || box.bottom > at.bottom + 1)) wrong.push(`${node.data.trim().slice(0, 40)} is cut off`);
      }
      // In a region that scrolls the first column lies over the others; only what is in sight counts.
      const sight = scroll ? scroll.getBoundingClientRect() : null;
      if (!sight || (box.right <= sight.right && box.left >= sight.left)) lines.push({ text: node.data.trim().slice(0, 40), box });
    }
  }
  lines.sort((a, b) => a.box.top - b.box.top);
  lines.forEach((line, i) => {
    for (let j = i + 1; j < lines.length && lines[j].box.top < line.box.bottom; j++) {
      const other = lines[j];
      const across = Math.min(line.box.right, other.box.right) - Math.max(line.box.left, other.box.left);
      const down = Math.min(line.box.bottom, other.box.bottom) - Math.max(line.box.top, other.box.top);
      if (across > 1 && down > 4) wrong.push(`${line.text} and ${other.text} stand over each other`);
    }
  });
  if (!lines.length) wrong.push('there is no text');
  return wrong;
};

// In print: buttons and the skip link are gone, no table is wider than its page, a short one stays on one page, and a title above it is as wide as it needs.
const printed = ([upright, landscape]) => {
  const wrong = [];
  if ([...document.querySelectorAll('.knop, .naar-inhoud, #_status')].some((element) => getComputedStyle(element).display !== 'none')) wrong.push('a button is printed');
  for (const section of document.querySelectorAll('section')) {
    const room = getComputedStyle(section).page === 'liggend' ? landscape : upright;
    for (const wide of section.querySelectorAll('table, figure')) {
      section.style.width = `${room}px`;
      if (wide.offsetWidth > room + 1) wrong.push(`${section.id} is ${wide.offsetWidth} wide on a page of ${room}`);
      section.style.width = '';
    }
    for (const table of section.querySelectorAll('table')) {
      const whole = getComputedStyle(table).breakInside === 'avoid';
      if (whole !== table.tBodies[0].rows.length < 20) wrong.push(`${section.id}, of ${table.tBodies[0].rows.length} rows, is ${whole ? 'never' : 'ever'} broken`);
      const title = table.querySelector('.titel');
      if (title.scrollHeight > 2.6 * parseFloat(getComputedStyle(title).fontSize) && title.offsetWidth < room / 2) wrong.push(`the title of ${section.id} is broken`);
    }
  }
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
        test(`${file} at ${width}, ${colorScheme}: no text stands over another or is cut off`, await page.evaluate(texts));
        test(`${file} at ${width}, ${colorScheme}: shapes have room and contrast`, await page.evaluate(shapes));
        if (colorScheme === 'light') await page.screenshot({ path: file.replace('.html', `-${width}.png`), fullPage: true });
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

    // A4 at 96 pixels to the inch, without the margins of the sheet.
    const millimetre = 96 / 25.4;
    await page.emulateMedia({ media: 'print' });
    test(`${file} in print: nothing is wider than its page`, await page.evaluate(printed, [(210 - 32) * millimetre, (297 - 28) * millimetre]));
    await page.emulateMedia({ media: null });
    const landscapes = await page.evaluate(() => document.querySelectorAll('.op-breed, .op-zeer-breed').length);
    const pdf = (await page.pdf({ path: file.replace('.html', '.pdf'), preferCSSPageSize: true })).toString('latin1');
    const sheets = [...pdf.matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/g)].map((box) => box.slice(1).map((size) => Math.round(size)));
    const isSheet = ([wide, high], [a, b]) => Math.abs(wide - a) < 2 && Math.abs(high - b) < 2;
    const others = sheets.filter((sheet) => !isSheet(sheet, [595, 842]) && !isSheet(sheet, [842, 595]));
    const lying = sheets.filter((sheet) => isSheet(sheet, [842, 595])).length;
    test(`${file} is printed on A4, wide tables on pages on their side`, sheets.length === 0 || others.length || (lying > 0) !== (landscapes > 0) ? [`the pages are ${sheets.join(' ')}`] : []);

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
      const [seen, cells] = await button.evaluate((b) => [window.seen, [...document.getElementById(b.dataset.tabel).querySelectorAll('caption, th, td')].filter((cell) => !cell.classList.contains('trend')).map((cell) => cell.textContent)]);
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
