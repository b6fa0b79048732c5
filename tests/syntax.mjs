// What a script says, whatever its blank space and its comments: read by TypeScript's own parser.
import ts from "typescript";

const parse = (text) => ts.createSourceFile("script.js", text, ts.ScriptTarget.Latest, false, ts.ScriptKind.JS);

/** The place where two scripts begin to differ, as [kind, text, kind, text]; null if they say the same. */
export function difference(one, other) {
  const [tree, otherTree] = [parse(one), parse(other)];
  const wrong = [...tree.parseDiagnostics, ...otherTree.parseDiagnostics][0];
  if (wrong) return ["Error", wrong.messageText, "", ""];
  return differ(tree, otherTree);
}

function differ(node, other) {
  const [children, others] = [childrenOf(node), childrenOf(other)];
  const same = node.kind === other.kind && children.length === others.length;
  // Only literals and names have a text of their own; a template's raw one, as its blank space counts.
  const textOf = (each) => each.rawText ?? each.text ?? "";
  if (!same || (node.kind !== ts.SyntaxKind.SourceFile && textOf(node) !== textOf(other))) {
    return [node, other].flatMap((each) => [ts.SyntaxKind[each.kind], textOf(each).slice(0, 80)]);
  }
  for (const [at, child] of children.entries()) {
    const found = differ(child, others[at]);
    if (found) return found;
  }
  return null;
}

function childrenOf(node) {
  const children = [];
  ts.forEachChild(node, (child) => void children.push(child));
  return children;
}

/**
 * Every module that a script imports, as it names it: by statement, by call, in types. `beside`: every file that it
 * asks for by an address of its own, `new URL("worker.js", import.meta.url)`.
 */
export function imports(text) {
  const found = ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
  const tree = parse(text);
  const statements = tree.statements.flatMap(({ moduleSpecifier }) => moduleSpecifier?.text ?? []);
  const calls = found.filter((name) => !statements.includes(name));
  const types = [...text.matchAll(/\bimport\("([^"]+)"\)/g)].map(([, name]) => name).filter((name) => !calls.includes(name));
  return { statements, calls, types, beside: [...addresses(tree)] };
}

function* addresses(node) {
  const [name] = node.arguments ?? [];
  if (ts.isNewExpression(node) && node.expression.text === "URL" && node.arguments.length > 1 && ts.isStringLiteralLike(name)) {
    yield name.text;
  }
  for (const child of childrenOf(node)) yield* addresses(child);
}
