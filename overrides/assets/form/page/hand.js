// Handing over: four doors, and what must be repaired before one opens.

import { copy } from "../../page/copy.js";
import { element } from "../../page/element.js";
import { breakable, letter } from "../../page/letter.js";
import { fill } from "../../page/texts.js";
import { MAIL, editFile, emptyFile, newFile } from "../doors.js";
import { head } from "../message.js";

/**
 * @typedef {object} File
 * @property {string} path from the repository's root
 * @property {string} name of the record
 * @property {string} text
 * @property {boolean} old
 * @property {string[]} said what becomes of the record, in words
 *
 * @typedef {object} Post where proposals go
 * @property {string} repo
 * @property {string} mail empty if nobody said it
 *
 * @typedef {"github" | "mail" | "download" | "copy"} Way
 * @typedef {Way | "message"} Act
 */

export class Hand {
  /**
   * @param {HTMLElement} section
   * @param {import("./shape.js").Texts} texts
   * @param {Post} post
   * @param {() => boolean} ready whether all is right; tells what is not
   */
  constructor(section, texts, post, ready) {
    this.section = section;
    this.texts = texts;
    this.post = post;
    this.ready = ready;
    this.said = this.one("[data-handed]");
    this.who = /** @type {HTMLInputElement} */ (this.one("[name=who]"));
    this.who.addEventListener("input", () => this.address());
    /** @type {File[]} */
    this.files = [];
    this.drawn = "";
  }

  /** @param {string} selector */
  one(selector) {
    return /** @type {HTMLElement} */ (this.section.querySelector(selector));
  }

  /** @param {File[]} files those that others cite first */
  update(files) {
    this.files = files;
    const drawn = JSON.stringify(files.map(({ path, name, old }) => [path, name, old]));
    if (drawn !== this.drawn) this.draw();
    this.drawn = drawn;
    this.one("[data-several]").hidden = files.length < 2;
    files.forEach((file, at) => {
      const link = this.section.querySelector(`a[data-door="github"][data-at="${at}"]`);
      link?.setAttribute("href", this.github(file).href);
    });
    this.address();
  }

  /** The message as it is now. */
  address() {
    this.section.querySelector('a[data-door="mail"]')?.setAttribute("href", this.letter().href);
    this.notes();
  }

  draw() {
    const acts = (/** @type {Way} */ way, /** @type {Node[]} */ ...made) => this.one(`[data-way="${way}"] [data-acts]`).replaceChildren(...made);
    const link = (/** @type {Way} */ way, /** @type {number} */ at) =>
      element("a", { class: "rp-button", "data-door": way, "data-at": String(at), href: "#rp-hand", rel: "noopener", target: way === "github" ? "_blank" : undefined }, this.label(way, at));
    const button = (/** @type {Way} */ way, /** @type {number} */ at) =>
      element("button", { type: "button", class: "rp-control", "data-door": way, "data-at": String(at) }, this.label(way, at));
    const each = (/** @type {(way: Way, at: number) => HTMLElement} */ make, /** @type {Way} */ way) =>
      this.files.map((_, at) => {
        const made = make(way, at);
        made.addEventListener("click", (event) => this.open(way, at, event));
        return made;
      });
    acts("github", ...(this.post.repo ? each(link, "github") : []));
    acts("download", ...each(button, "download"));
    const whole = element("button", { type: "button", class: "rp-control", "data-door": "message" }, this.texts.door.message.action);
    whole.addEventListener("click", (event) => this.open("message", 0, event));
    acts("copy", whole, ...each(button, "copy"));
    if (!this.post.mail) {
      acts("mail");
      return;
    }
    const mail = element("a", { class: "rp-button", "data-door": "mail", href: "#rp-hand" }, this.texts.door.mail.action);
    mail.addEventListener("click", (event) => this.open("mail", 0, event));
    acts("mail", mail);
  }

  /**
   * @param {Way} way
   * @param {number} at
   */
  label(way, at) {
    const { action } = this.texts.door[way];
    return this.files.length < 2 ? action : `${at + 1}. ${fill(this.texts.door.file, { action, name: this.files[at].name })}`;
  }

  /** What a person must know before they choose. */
  notes() {
    const { door } = this.texts;
    const { github } = door;
    const long = this.files.some((file) => !file.old && !this.github(file).whole);
    /** @type {Record<string, string[]>} */
    const said = {
      github: [
        this.post.repo ? "" : github.none,
        this.files.some(({ old }) => old) ? github.edit : "",
        this.files.length > 1 ? github.several : "",
        long ? github["long-before"] : "",
      ],
      mail: [this.post.mail ? (this.letter().whole ? "" : door.mail.long) : door.mail.none],
      copy: [this.post.mail ? fill(door.message.webmail, this.post) : ""],
    };
    for (const [way, texts] of Object.entries(said)) {
      const note = this.one(`[data-way="${way}"] [data-more]`);
      note.textContent = texts.filter(Boolean).join(" ");
      note.hidden = !note.textContent;
    }
  }

  /**
   * @param {File} file
   * @returns {{ href: string, whole: boolean }}
   */
  github({ path, text, old }) {
    const { repo } = this.post;
    if (!repo) return { href: "#rp-hand", whole: false };
    if (old) return { href: editFile(repo, path), whole: false };
    const address = newFile(repo, path, text);
    return address ? { href: address, whole: true } : { href: emptyFile(repo, path), whole: false };
  }

  /** @returns {string} what stands above the files in a message: the main record first */
  head() {
    return head(this.texts.letter, this.who.value, this.files.map(({ said }) => said).reverse());
  }

  /** @returns {string} the files, each under its name */
  attached() {
    return this.files.map((file) => `${this.named(file)}\n\n${file.text}`).join("\n\n");
  }

  /** @param {File} file */
  named({ path }) {
    return breakable(fill(this.texts.letter.file, { file: path }));
  }

  /** @returns {string} the whole message */
  message() {
    return [this.head(), this.texts.letter.files, this.attached()].join("\n\n");
  }

  /** @returns {{ href: string, whole: boolean }} */
  letter() {
    const { door, letter: words } = this.texts;
    const last = this.files[this.files.length - 1];
    const subject = breakable(fill(door.mail.subject[last?.old ? "old" : "new"], { name: last?.name ?? "" }));
    const short = [...this.files.map((file) => this.named(file)), words.paste];
    const bodies = [[this.message()], [this.head(), ...short], [words.hello, ...short]].map((parts) => parts.join("\n\n"));
    return letter(this.post.mail, subject, bodies, MAIL);
  }

  /**
   * @param {Act} way
   * @param {number} at
   * @param {MouseEvent} event
   */
  async open(way, at, event) {
    if (!this.ready()) {
      event.preventDefault();
      return;
    }
    const { door } = this.texts;
    const file = this.files[at];
    const names = { file: file.path };
    if (way === "download") {
      save(file);
      this.tell(fill(door.downloaded, names));
    } else if (way === "copy") await this.copy(file.text, fill(door.copied, names));
    else if (way === "github") {
      const { whole } = this.github(file);
      if (whole) this.tell(fill(door.opened, names));
      else await this.copy(file.text, file.old ? fill(door.opened, names) : door.github.long);
    } else if (way === "message") await this.take(this.message(), door.message.copied);
    // A mail program may cut a long address, or open nothing.
    else if (this.letter().whole) await this.take(this.message(), door.mail.opened);
    else await this.take(this.attached(), door.mail.long);
  }

  /**
   * Copies a text that the page shows nowhere; if the browser refuses, shows it.
   * @param {string} text
   * @param {string} done what is said if it worked
   */
  async take(text, done) {
    const field = /** @type {HTMLTextAreaElement} */ (this.one("[data-message]"));
    field.value = text;
    this.tell((await copy(field)) ? done : this.texts.door.message["by-hand"]);
  }

  /**
   * @param {string} text
   * @param {string} done what is said if it worked
   */
  async copy(text, done) {
    try {
      await navigator.clipboard.writeText(text);
      this.tell(done);
    } catch {
      const shown = [...document.querySelectorAll("[data-yaml]")].find((each) => each.textContent === text) ?? document.querySelector("[data-yaml]");
      if (shown) document.getSelection()?.selectAllChildren(shown);
      this.tell(this.texts.door["not-copied"]);
    }
  }

  /** @param {string} text */
  tell(text) {
    this.said.textContent = text;
  }
}

/** @param {File} file */
function save({ path, text }) {
  const address = URL.createObjectURL(new Blob([text], { type: "text/yaml;charset=utf-8" }));
  element("a", { href: address, download: path.split("/").pop() }).click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}
