using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using PpcAds.Sdk.Dashboard.Components;

namespace PpcAds.Sdk.Dashboard.Hosting;

/// <summary>
/// Renders components to text, with services of its own: the host need not know Razor, and components can reach nothing of it.
/// </summary>
internal static class PageRenderer
{
    private static readonly IServiceProvider Services = new ServiceCollection()
        .AddSingleton(HtmlEncoder.Create(UnicodeRanges.All))
        .BuildServiceProvider();

    public static async Task<string> RenderAsync(Type component, PageContext page, object? model)
    {
        HtmlRenderer renderer = new(Services, NullLoggerFactory.Instance);
        await using var disposal = renderer.ConfigureAwait(false);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var parameters = ParameterView.FromDictionary(new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                [nameof(Root.Component)] = component,
                [nameof(Root.Page)] = page,
                [nameof(Root.Model)] = model,
            });
            return (await renderer.RenderComponentAsync<Root>(parameters).ConfigureAwait(true)).ToHtmlString();
        }).ConfigureAwait(false);
    }
}
