using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.AspNetCore;
using PpcAds.Sdk.AspNetCore.Connect;
using PpcAds.Sdk.AspNetCore.Problems;
using PpcAds.Sdk.Dashboard.Components;
using PpcAds.Sdk.Dashboard.Data;
using PpcAds.Sdk.Dashboard.Hosting;
using PpcAds.Sdk.Dashboard.Pages.Accounts;

namespace PpcAds.Sdk.Dashboard.Pages.Connect;

/// <summary>
/// Connecting an account: by consent at Amazon, or by credentials. The endpoints of Connect with Amazon are mapped here too, so
/// that a browser comes back to a page and not to a problem in JSON.
/// </summary>
internal static class ConnectPages
{
    public static DashboardFeature Feature { get; } = new(Map);

    /// <summary>Whether the host added Connect with Amazon.</summary>
    public static bool IsAdded(IServiceProvider services) =>
        services.GetService<IServiceProviderIsService>()?.IsService(typeof(IValidateOptions<PpcAdsConnectOptions>)) == true;

    private static void Map(RouteGroupBuilder group)
    {
        group.MapPage(AccountPages.Root + "/{accountId}/connect", context => ShowAsync(context));
        LimitMetadata.Add(
            group.MapForm(AccountPages.Root + "/{accountId}/credentials", CredentialForm.StoreAsync),
            PpcAdsRateLimit.Credentials);
        group.MapPage(AccountPages.Root + "/{accountId}/connected", ShowConnectedAsync);
        group.MapPage(AccountPages.Root + "/{accountId}/refused", ShowRefusedAsync);
        group.MapPage("/connect/failed", ShowFailedAsync);
        if (IsAdded(((IEndpointRouteBuilder)group).ServiceProvider))
        {
            RouteGroupBuilder connect = group.MapPpcAdsConnect();
            connect.AddEndpointFilter(LeadToPageAsync);
            connect.WithMetadata(new ExcludeFromDescriptionAttribute());
        }
    }

    public static async Task<IResult> ShowAsync(
        HttpContext context, CredentialFormModel? form = null, int statusCode = StatusCodes.Status200OK)
    {
        UrlReader.Read(context);
        Account account = await AccountPages.FindAsync(context).ConfigureAwait(false);
        bool isAdded = IsAdded(context.RequestServices);
        return new PageResult(
            typeof(ConnectPage),
            new ConnectModel(account, isAdded, form ?? await CredentialForm.ReadAsync(context, account).ConfigureAwait(false)),
            statusCode)
        {
            FormHosts = isAdded ? ConsentHosts.Of(context) : [],
        };
    }

    private static async Task<IResult> ShowConnectedAsync(HttpContext context)
    {
        UrlReader.Read(context, "account_id");
        AccountState state = await new AccountStates(context)
            .ReadAsync(await AccountPages.FindAsync(context).ConfigureAwait(false)).ConfigureAwait(false);
        return PageResult.Of<ConnectedPage>(state);
    }

    private static async Task<IResult> ShowRefusedAsync(HttpContext context)
    {
        UrlReader.Read(context, "account_id", "error");
        return PageResult.Of<ConnectRefusedPage>(await AccountPages.FindAsync(context).ConfigureAwait(false));
    }

    private static async Task<IResult> ShowFailedAsync(HttpContext context)
    {
        UrlState url = UrlReader.Read(context, "reason", "account");
        Account? account = await PpcAdsAccountAccess.FindAsync(context, url["account"]).ConfigureAwait(false);
        return PageResult.Of<ConnectFailedPage>(new ConnectFailedModel(url["reason"] ?? "", account));
    }

    /// <summary>Leads the browser from a refusal of Connect to the page about it.</summary>
    private static async ValueTask<object?> LeadToPageAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        object? answer = await next(context).ConfigureAwait(false);
        if (answer is not IValueHttpResult<PpcAdsProblem> { Value: { } problem })
        {
            return answer;
        }

        string root = DashboardSite.Of(context.HttpContext).RootOf(context.HttpContext);
        string? account = problem.AccountId;
        return problem.Code == "connect_consent_refused" && account is not null
            ? new SeeOther($"{root}{AccountPages.Root}/{account}/refused")
            : new SeeOther(
                $"{root}/connect/failed?reason={Uri.EscapeDataString(problem.Code)}{(account is null ? "" : $"&account={account}")}");
    }
}
