// Open the report as a reader would, and check what only a browser can tell.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";

const [file, pictures] = process.argv.slice(2);
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const browser = await chromium.launch({
  executablePath: "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"],
});
const troubles = [];
const requests = [];

async function open(options, query = "") {
  const page = await browser.newPage(options);
  page.on("console", (message) => message.type() === "error" && troubles.push(message.text()));
  page.on("pageerror", (error) => troubles.push(String(error)));
  page.on("request", (request) => requests.push(request.url()));
  await page.goto(`file://${file}${query}`);
  return page;
}
const figure = (page, name) => page.locator(`[data-figure=${name}] .value`).textContent().then(Number);

const page = await open({ viewport: { width: 1280, height: 1000 } });
const visible = () => page.locator("#_overdue tbody tr:visible").count();
const all = await visible();
assert.ok(all > 20, "the report lists what is overdue");
assert.equal(await figure(page, "overdue"), all, "and the first figure counts it");
assert.equal(await page.locator("html").getAttribute("lang"), "ja");
assert.equal(await page.locator("main script").count(), 0, "what the plan says is escaped");
assert.ok((await page.locator("#_statuses").textContent()).includes("<script>"), "and shown as text");

await page.selectOption("select[name=owner]", "MOD");
const held = await visible();
assert.ok(held > 0 && held < all, "the owner filter narrows the table");
assert.equal(await figure(page, "overdue"), held, "and the figures");
assert.equal(await page.locator("#_statuses tbody tr:visible").count(), 0, "and the changes");
assert.ok(await page.locator("#_statuses .none").isVisible(), "an empty table says so");
await page.fill("input[name=text]", "nothing of this name");
assert.equal(await page.locator(".part:not(#_score) .note:visible").count(), 0,
  "and nothing is said below it; the score is that of the whole");
await page.fill("input[name=text]", "");
assert.ok(await page.locator("#_grid ~ .wide-only .sp-dim[data-id='4-1']").count(), "4-1 is dimmed");
assert.equal(await page.locator(".wide-only .sp-dim[data-id='17-19']").count(), 0, "17-19 is not");
assert.match(page.url(), /\?owner=MOD$/, "the filter stands in the address");
const again = await open({ viewport: { width: 1280, height: 1000 } }, "?owner=MOD#4-1");
assert.equal(await figure(again, "overdue"), all, "a link to what it filters out lets go of it");
const kept = await open({ viewport: { width: 1280, height: 1000 } }, "?owner=MOD");
assert.equal(await figure(kept, "overdue"), held, "and filters when it is opened");
assert.ok(await kept.locator("tr[id='17-19']").isVisible(), "each milestone has its place");

await page.selectOption("select[name=owner]", "");
await page.selectOption("select[name=topic]", "8");
assert.equal(await page.locator("#_moves tbody tr:visible").count(), 0, "7-4b is not in topic 8");
await page.selectOption("select[name=topic]", "7");
assert.equal(await page.locator("#_moves tbody tr:visible").count(), 1, "7-4b stands in topic 7");
await page.selectOption("select[name=topic]", "");
const link = page.locator("#_statuses td a");
assert.equal(await link.getAttribute("href"), "https://example.org/a/" + "long/".repeat(40));
const edges = () => page.evaluate(() => [...document.querySelectorAll(".wide")].filter(
  (box) => box.scrollWidth > box.clientWidth).map((box) => box.parentNode.id));
assert.deepEqual(await edges(), [], "no table is cut off on a desktop, however long an address");
await page.selectOption("select[name=flag]", "stale");
const silent = await page.locator("#_register tbody tr:visible").count();
assert.ok(silent > 20 && silent < 106, "the flag filter narrows the register");
const shares = page.locator("#_stale tbody tr");
assert.equal(await shares.locator("a").first().getAttribute("href"), "?owner=CAO&flag=stale#_register");
const share = Number(await shares.first().locator("td").first().textContent());
await page.selectOption("select[name=owner]", "CAO");
assert.equal(await page.locator("#_register tbody tr:visible").count(), share,
  "an owner's count is that of what its link leads to");
await page.selectOption("select[name=owner]", "");
await page.selectOption("select[name=flag]", "");
await page.fill("input[name=text]", "ｈ３");
assert.ok((await visible()) < all, "the text filter folds width and case");
await page.click("#_filters button[type=reset]");
await page.waitForFunction(() => !location.search);
assert.equal(await visible(), all, "and lets go again");

const due = page.locator("#_overdue thead th", { hasText: "期日" });
await due.locator("button").click();
assert.equal(await due.getAttribute("aria-sort"), "ascending");
await due.locator("button").click();
assert.equal(await due.getAttribute("aria-sort"), "descending");
const days = (await page.locator("#_overdue tbody td[data-key=due]").allTextContents()).map(
  (day) => day.match(/\d+/g).map((number) => number.padStart(4, "0")).join("-"));
assert.deepEqual(days, [...days].sort().reverse(), "sorting by due date sorts");
await page.keyboard.press("Enter");
assert.equal(await due.getAttribute("aria-sort"), "ascending", "the keyboard sorts too");
await page.pdf({ path: `${pictures}/print.pdf`, format: "A4" });

// Widths, light and dark: nothing scrolls sideways, no word is too small, and axe finds nothing.
for (const colorScheme of ["light", "dark"]) {
  for (const width of [390, 768, 1280]) {
    const context = await browser.newContext({
      viewport: { width, height: 900 }, colorScheme, bypassCSP: true,
    });
    const seen = await context.newPage();
    await seen.goto(`file://${file}`);
    const wider = await seen.evaluate(() => [document.documentElement,
      ...document.querySelectorAll(".wide, .picture")].filter(
      (box) => box.scrollWidth > box.clientWidth && box.clientWidth).map((box) => box.className));
    assert.deepEqual(wider, [], `nothing scrolls sideways at ${width}`);
    const smallest = await seen.evaluate(() => Math.min(...[...document.querySelectorAll("svg text")]
      .filter((text) => text.getBoundingClientRect().width)
      .map((text) => parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a)));
    assert.ok(smallest >= 10, `no text in a picture is under 10 px at ${width}: ${smallest}`);
    await seen.screenshot({ path: `${pictures}/${width}-${colorScheme}.png`, fullPage: true });
    await seen.addScriptTag({ content: axe });
    const found = await seen.evaluate(async () => (await window.axe.run()).violations.map(
      (fault) => `${fault.id}: ${fault.nodes.map((node) => node.html).join(" ")}`));
    assert.deepEqual(found, [], `axe at ${width}, ${colorScheme}`);
    await context.close();
  }
}

// On A4 with its margins, 688 pixels across, no word of the grid is under 7 points.
const sheet = await open({ viewport: { width: 688, height: 1017 } });
await sheet.emulateMedia({ media: "print" });
const points = await sheet.evaluate(() => Math.min(...[...document.querySelectorAll("svg text")]
  .filter((text) => text.getBoundingClientRect().width)
  .map((text) => parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a * 0.75)));
assert.ok(points >= 7, `the words in pictures are at least 7 points on paper: ${points}`);
const cut = await sheet.evaluate(() => Math.max(...[...document.querySelectorAll(".piece")]
  .map((piece) => piece.getBoundingClientRect().height)));
assert.ok(cut <= 1017, `no picture is cut by the end of a page: ${cut}`);
const narrow = await sheet.evaluate(() => Math.min(...[...document.querySelectorAll("td.said")]
  .map((cell) => cell.offsetWidth / cell.closest("table").offsetWidth)));
assert.ok(narrow > 0.25, `a reason with its address has a quarter of the sheet: ${narrow}`);
const loose = await sheet.evaluate(() => [...document.querySelectorAll(".part .note")].filter(
  (note) => getComputedStyle(note).breakBefore !== "avoid").length);
assert.equal(loose, 0, "no page begins with a note on the table before");

const bare = await browser.newContext({ javaScriptEnabled: false });
const still = await bare.newPage();
await still.goto(`file://${file}`);
assert.equal(await still.locator("#_overdue tbody tr:visible").count(), all, "whole without script");
assert.equal(await still.locator("#_filters:visible").count(), 0, "no dead controls without script");

await browser.close();
assert.deepEqual(troubles, [], "no console errors");
assert.deepEqual(requests.filter((url) => !url.startsWith(`file://${file}`)), [], "no request");
console.log("browser: the report works");
