// The gradebook is for few pages' readers, so its script comes when a page has one.
export class Gradebook {
  constructor(element) {
    this.page = import("./gradebook_page.js").then(({ GradebookPage }) => new GradebookPage(element));
  }

  async leave() { (await this.page).leave(); }
  async command(name, button) { return (await this.page).command(name, button); }
  async changed(input) { return (await this.page).changed(input); }
}
