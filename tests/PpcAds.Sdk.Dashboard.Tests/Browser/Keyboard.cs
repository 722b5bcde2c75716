using Microsoft.Playwright;

namespace PpcAds.Sdk.Dashboard.Tests.Browser;

/// <summary>Goes through a page by keyboard alone.</summary>
internal sealed class Keyboard(IPage page)
{
    /// <summary>More than any page has.</summary>
    private const int MostStops = 400;

    /// <summary>
    /// Lists the controls that can be seen, and keeps what keys do from changing anything: events are counted, not acted on.
    /// </summary>
    private const string Prepare =
        """
        (() => {
          const all = 'a[href],button,input:not([type=hidden]),select,textarea,summary,[tabindex="0"]';
          const seen = e => e.checkVisibility({ visibilityProperty: true }) && !e.closest('[inert]') && !e.disabled;
          window.controls = [...document.querySelectorAll(all)].filter(seen);
          window.events = [];
          const note = e => {
            window.events.push([e.type, e.target.closest('a,button,summary,select,input,textarea,form')]);
            if (e.type !== 'input') e.preventDefault();
            e.stopImmediatePropagation();
          };
          for (const type of ['click', 'submit', 'change', 'input', 'invalid']) window.addEventListener(type, note, true);
          HTMLFormElement.prototype.submit = function () { window.events.push(['submit', this]); };
          return window.controls.map(e => e.tagName + ' ' + (e.textContent.trim() || e.name || e.type).slice(0, 40));
        })()
        """;

    /// <summary>The control that has the focus, what it is, and what is wrong with how the focus shows.</summary>
    private const string Look =
        """
        (() => {
          const e = document.activeElement;
          if (!e || e === document.body || e === document.documentElement) return null;
          const style = getComputedStyle(e), box = e.getBoundingClientRect(), wrong = [];
          if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2) wrong.push('shows no focus');
          const x = box.left + box.width / 2, y = box.top + Math.min(box.height, innerHeight) / 2;
          if (box.width < 1 || x < 0 || y < 0 || x > innerWidth || y > innerHeight) wrong.push('is out of sight');
          else {
            const top = document.elementFromPoint(x, y);
            if (top && !e.contains(top) && !top.contains(e)) wrong.push('is covered by ' + top.outerHTML.slice(0, 80));
          }
          window.events = [];
          const last = e.tagName === 'SELECT' && e.selectedIndex === e.options.length - 1;
          const kind = e.tagName === 'INPUT' ? 'TEXT' : e.tagName === 'SELECT' && e.options.length < 2 ? 'ONE' : e.tagName;
          return { index: window.controls.indexOf(e), kind, wrong, last,
            scrolls: e.scrollWidth > e.clientWidth || e.scrollHeight > e.clientHeight, html: e.outerHTML.slice(0, 120) };
        })()
        """;

    /// <summary>What the keys since then did to the control that has the focus.</summary>
    /// <remarks>Enter in a field presses the button of its form.</remarks>
    private const string Done =
        """
        (() => {
          const a = document.activeElement, sends = (type, e) => type === 'click' && e !== a && a.form && e.form === a.form;
          return window.events.filter(([type, e]) => e === a || (a.form && e === a.form) || sends(type, e))
            .map(([type, e]) => sends(type, e) ? 'submit' : type);
        })()
        """;

    /// <summary>Reaches every control by Tab and operates it by the keys that are usual for it.</summary>
    public async Task<IReadOnlyList<string>> OperateAllAsync()
    {
        string[] controls = await page.EvaluateAsync<string[]>(Prepare);
        var reached = new HashSet<int>();
        var problems = new List<string>();
        for (int stop = 0; ; stop++)
        {
            await page.Keyboard.PressAsync("Tab");
            Stop? focus = await page.EvaluateAsync<Stop?>(Look);
            if (focus is null || (focus.Index >= 0 && reached.Contains(focus.Index)))
            {
                break;
            }

            if (stop == MostStops)
            {
                problems.Add("Tab does not come to an end: " + focus.Html);
                break;
            }

            problems.AddRange(focus.Wrong.Select(wrong => $"{focus.Html} {wrong}"));
            if (focus.Index >= 0)
            {
                reached.Add(focus.Index);
                problems.AddRange(await OperateAsync(focus));
            }
            else if (!focus.Scrolls)
            {
                problems.Add("takes the focus and does nothing: " + focus.Html);
            }
        }

        problems.AddRange(controls.Where((_, index) => !reached.Contains(index)).Select(control => "is not reached: " + control));
        return problems;
    }

    /// <summary>Presses Tab until a control has the focus whose name begins so.</summary>
    public async Task TabToAsync(string name)
    {
        for (int stop = 0; stop < MostStops; stop++)
        {
            await page.Keyboard.PressAsync("Tab");
            if ((await page.EvaluateAsync<string>(
                """
                (() => {
                  const e = document.activeElement;
                  return e.labels?.length ? e.labels[0].textContent.trim() : e.textContent.trim();
                })()
                """)).StartsWith(name, StringComparison.Ordinal))
            {
                return;
            }
        }

        throw new InvalidOperationException($"{page.Url} has no control {name} that Tab reaches.");
    }

    private async Task<IEnumerable<string>> OperateAsync(Stop focus)
    {
        (string[] keys, string[] expected) = focus.Kind switch
        {
            "A" => (new[] { "Enter" }, new[] { "click" }),
            "BUTTON" or "SUMMARY" => (["Enter", "Space"], ["click", "click"]),
            "SELECT" => ([focus.Last ? "ArrowUp" : "ArrowDown"], ["input", "change"]),
            "TEXT" => (["1", "Enter"], ["input", "submit"]),
            _ => ([], []),
        };
        foreach (string key in keys)
        {
            await page.Keyboard.PressAsync(key);
        }

        string[] done = await page.EvaluateAsync<string[]>(Done);
        string[] kinds = [.. done.Select(type => type == "invalid" ? "submit" : type).Where(expected.Contains)];
        return expected.GroupBy(type => type)
            .Where(group => kinds.Count(type => type == group.Key) < group.Count())
            .Select(group => $"{string.Join(", ", keys)} makes no {group.Key}: {focus.Html}, but [{string.Join(", ", done)}]");
    }

    /// <summary>A control that has the focus.</summary>
    internal sealed record Stop
    {
        public int Index { get; init; }

        public string Kind { get; init; } = "";

        public string[] Wrong { get; init; } = [];

        public bool Last { get; init; }

        public bool Scrolls { get; init; }

        public string Html { get; init; } = "";
    }
}
