// Runs functions of the site's modules: what is asked comes in as lines of JSON, answers go out as lines of JSON.
import { Console } from "node:console";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

// What scripts print must not mix with the answers.
globalThis.console = new Console(process.stderr);

const assets = pathToFileURL(process.argv[2]);
const load = (path) => import(new URL(path, assets).href);

// What JSON has not: sets and typed arrays become lists, maps become lists of pairs.
const plain = (_, value) =>
  value instanceof Set || value instanceof Map || ArrayBuffer.isView(value) ? Array.from(value) : value;

async function answer({ module, name, source, values }) {
  if (source) return (0, eval)(`(${source})`)(load, ...values);
  const found = (await load(module))[name];
  if (typeof found !== "function") throw new TypeError(`${module} exports no function ${name}`);
  return found(...values);
}

for await (const line of createInterface({ input: process.stdin })) {
  let said;
  try {
    said = JSON.stringify({ value: (await answer(JSON.parse(line))) ?? null }, plain);
  } catch (error) {
    said = JSON.stringify({ error: String(error?.stack ?? error) });
  }
  process.stdout.write(`${said}\n`);
}
