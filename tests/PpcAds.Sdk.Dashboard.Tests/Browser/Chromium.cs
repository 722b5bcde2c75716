using Microsoft.Playwright;

namespace PpcAds.Sdk.Dashboard.Tests.Browser;

/// <summary>A real browser, where there is one: Debian's chromium, or that of <c>PPCADS_CHROMIUM</c>.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    private static string? Executable { get; } =
        new[] { Environment.GetEnvironmentVariable("PPCADS_CHROMIUM"), "/usr/bin/chromium", "/usr/bin/chromium-browser" }
            .FirstOrDefault(path => path is not null && File.Exists(path));

    /// <summary>Why tests in a browser are left out; null when they are not.</summary>
    public static string? SkipReason => Executable is null
        ? "There is no chromium at /usr/bin/chromium, and PPCADS_CHROMIUM names none. On Debian: apt-get install chromium."
        : null;

    public async Task InitializeAsync()
    {
        if (SkipReason is not null)
        {
            return;
        }

        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Executable,
            Args = ["--no-sandbox", "--disable-dev-shm-usage", "--font-render-hinting=none"],
        });
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }

    /// <summary>A window of a user.</summary>
    internal async Task<IPage> OpenAsync(
        Uri host, string user = "ada", int width = 1440, int height = 900, bool isDark = false, bool hasScript = true,
            bool bypassesPolicy = false, float scale = 1, bool hasForcedColors = false)
    {
        IBrowserContext context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = host.ToString(),
            ViewportSize = new ViewportSize { Width = width, Height = height },
            DeviceScaleFactor = scale,
            ForcedColors = hasForcedColors ? ForcedColors.Active : ForcedColors.None,
            ColorScheme = isDark ? ColorScheme.Dark : ColorScheme.Light,
            JavaScriptEnabled = hasScript,
            BypassCSP = bypassesPolicy,
            ReducedMotion = ReducedMotion.Reduce,
            Locale = "en-US",
        });

        // A slow machine is no failure.
        context.SetDefaultNavigationTimeout(180_000);
        context.SetDefaultTimeout(180_000);
        await context.AddCookiesAsync(
            [new Cookie { Name = Hosting.UserCookieHandler.Cookie, Value = user, Url = host.ToString() }]);
        if (hasScript)
        {
            await context.AddInitScriptAsync(
                "window.violations = []; document.addEventListener('securitypolicyviolation', e => window.violations.push("
                + "e.violatedDirective + ' ' + e.blockedURI + ' ' + e.sourceFile + ':' + e.lineNumber));");
        }

        return await context.NewPageAsync();
    }
}
