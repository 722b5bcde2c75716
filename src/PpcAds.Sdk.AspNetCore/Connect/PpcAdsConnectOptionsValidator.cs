using Microsoft.Extensions.Options;

namespace PpcAds.Sdk.AspNetCore.Connect;

/// <summary>Reports all problems of the connect options together, when the host starts.</summary>
internal sealed class PpcAdsConnectOptionsValidator(IOptions<PpcAdsOptions> sdk) : IValidateOptions<PpcAdsConnectOptions>
{
    public ValidateOptionsResult Validate(string? name, PpcAdsConnectOptions options)
    {
        List<string> problems = [];
        if (sdk.Value.Application is null)
        {
            problems.Add(
                "PpcAds: Application is missing; advertisers consent to an application of yours. Give it the client id and "
                + "the client secret of your security profile at Login with Amazon: AddPpcAds(options => options.Application = "
                + "new LwaApplication { … }).");
        }

        if (!Enum.IsDefined(options.Region))
        {
            problems.Add(
                $"PpcAds: Connect.Region '{options.Region}': must be one of "
                + $"{string.Join(", ", Enum.GetNames<AmazonAdsRegion>())}.");
        }

        if (options.StateLifetime < TimeSpan.FromMinutes(1) || options.StateLifetime > TimeSpan.FromHours(1))
        {
            problems.Add($"PpcAds: Connect.StateLifetime '{options.StateLifetime}': must lie between 1 minute and 1 hour.");
        }

        if (options.RequestsPerMinute < 1)
        {
            problems.Add($"PpcAds: Connect.RequestsPerMinute '{options.RequestsPerMinute}': must be 1 or more.");
        }

        if (options.UserId is null)
        {
            problems.Add("PpcAds: Connect.UserId is missing; without it an answer of another user's would be taken.");
        }

        CheckPage(nameof(options.ConnectedPage), options.ConnectedPage);
        CheckPage(nameof(options.RefusedPage), options.RefusedPage);
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);

        void CheckPage(string field, string? page)
        {
            if (page is not null && !ReturnAddress.IsLocal(page) && !IsAbsolute(page))
            {
                problems.Add(
                    $"PpcAds: Connect.{field} '{page}': must be a local path such as /settings, or an https address (http "
                    + "only on this machine).");
            }
        }
    }

    private static bool IsAbsolute(string page) =>
        Uri.TryCreate(page, UriKind.Absolute, out Uri? address)
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback));
}
