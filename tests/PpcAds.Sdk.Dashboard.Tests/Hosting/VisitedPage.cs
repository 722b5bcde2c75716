using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace PpcAds.Sdk.Dashboard.Tests.Hosting;

/// <summary>A page that a visitor got.</summary>
internal sealed partial record VisitedPage(Uri Address, HttpResponseMessage Response, string Html, IHtmlDocument Document)
{
    public HttpStatusCode Status => Response.StatusCode;

    /// <summary>What a reader sees, in one line.</summary>
    public string Text => Spaces().Replace(Document.QuerySelector("main")?.TextContent ?? Document.Body?.TextContent ?? "",
        " ").Trim();

    public string Heading => Document.QuerySelector("h1")?.TextContent ?? "";

    /// <summary>The line that says what the last form did.</summary>
    public string? Flash => Document.QuerySelector(".flag[role=status]") is { } line
        ? Spaces().Replace(line.TextContent, " ").Trim() : null;

    public IElement Link(string text) => Document.QuerySelectorAll("a")
        .First(link => Spaces().Replace(link.TextContent, " ").Trim().StartsWith(text, StringComparison.Ordinal));

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
