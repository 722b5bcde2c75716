using System.ComponentModel;
using System.Reflection;
using Microsoft.AspNetCore.Builder;

namespace PpcAds.Sdk.Dashboard.Tests;

/// <summary>What the package offers is one method and its options. Razor makes components public; those are hidden.</summary>
public sealed class ApiTests
{
    [Fact]
    public void All_but_a_method_and_its_options_is_hidden_and_stands_with_components_and_pages()
    {
        Type[] exported =
            [.. typeof(PpcAdsDashboardOptions).Assembly.GetExportedTypes().Where(type => type.Name != "_Imports")];

        exported.Where(type => type.Namespace is "PpcAds.Sdk.Dashboard" or "Microsoft.AspNetCore.Builder")
            .Select(type => type.Name).Should().BeEquivalentTo(
                nameof(PpcAdsDashboardOptions), nameof(PpcAdsDashboardEndpointRouteBuilderExtensions));
        Type[] others =
            [.. exported.Where(type => type.Namespace is not ("PpcAds.Sdk.Dashboard" or "Microsoft.AspNetCore.Builder"))];
        others.Should().OnlyContain(type =>
            type.Namespace!.StartsWith("PpcAds.Sdk.Dashboard.Components", StringComparison.Ordinal)
            || type.Namespace.StartsWith("PpcAds.Sdk.Dashboard.Pages.", StringComparison.Ordinal)
            || type.Namespace == "PpcAds.Sdk.Dashboard.Data");
        others.Where(type => !type.IsNested
                && type.GetCustomAttribute<EditorBrowsableAttribute>()?.State != EditorBrowsableState.Never)
            .Select(type => type.FullName).Should().BeEmpty();
    }
}
