using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using PpcAds.Sdk.Dashboard.Components;

namespace PpcAds.Sdk.Dashboard.Hosting;

/// <summary>Stands above every page, so that all its parts know the request.</summary>
internal sealed class Root : ComponentBase
{
    [Parameter]
    public Type Component { get; set; } = null!;

    [Parameter]
    public PageContext Page { get; set; } = null!;

    [Parameter]
    public object? Model { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenComponent<CascadingValue<PageContext>>(0);
        builder.AddComponentParameter(1, nameof(CascadingValue<>.Value), Page);
        builder.AddComponentParameter(2, nameof(CascadingValue<>.IsFixed), true);
        builder.AddComponentParameter(3, nameof(CascadingValue<>.ChildContent), (RenderFragment)BuildPage);
        builder.CloseComponent();
    }

    private void BuildPage(RenderTreeBuilder builder)
    {
        builder.OpenComponent(0, Component);
        if (Model is not null)
        {
            builder.AddComponentParameter(1, nameof(Model), Model);
        }

        builder.CloseComponent();
    }
}
