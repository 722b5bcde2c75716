using PpcAds.Sdk.Simulator.Exports;
using PpcAds.Sdk.Simulator.Faults;
using PpcAds.Sdk.Simulator.Model;
using PpcAds.Sdk.Simulator.Portfolios;
using PpcAds.Sdk.Simulator.Profiles;
using PpcAds.Sdk.Simulator.Reports;
using PpcAds.Sdk.Simulator.SponsoredBrands;
using PpcAds.Sdk.Simulator.SponsoredDisplay;
using PpcAds.Sdk.Simulator.SponsoredProducts;

namespace PpcAds.Sdk.Simulator.Http;

/// <summary>The Ads API: checks a call in the order in which Amazon does, then lets its endpoint answer.</summary>
internal sealed class AdsApi(
    World world,
    SimulatorClock clock,
    SimulatorOptions options,
    SimulatorTokens tokens,
    SimulatorQuirks quirks,
    ThrottleGate throttle,
    ReportService reports,
    ExportService exports)
{
    private static readonly Operation ListProfiles = new(
        "profiles.list", "GET", "/v2/profiles", OperationGroup.Profiles, null, Answer.Json, false);
    private static readonly Operation GetProfile = new(
        "profiles.get", "GET", "/v2/profiles/*", OperationGroup.Profiles, null, Answer.Json, false);
    private readonly Errors _errors = new(quirks);
    private readonly MediaTypeRules _mediaTypes = new(quirks);
    private readonly ProfilesEndpoint _profiles = new(world, quirks, new Errors(quirks));
    private readonly IReadOnlyDictionary<Operation, Func<ScopedCall, Answer>> _endpoints = Endpoints(quirks, reports, exports)
        .ToDictionary(endpoint => endpoint.Operation, endpoint => endpoint.Serve);

    /// <summary>The operation that a call means, or null when the API has none like it.</summary>
    public Operation? Find(IncomingCall call, out string last)
    {
        foreach (Operation operation in _endpoints.Keys.Prepend(GetProfile).Prepend(ListProfiles))
        {
            if (operation.Matches(call.Method, call.Path, out last))
            {
                return operation;
            }
        }

        last = "";
        return null;
    }

    /// <summary>An error in the shape of the operation's family.</summary>
    public Answer Error(Operation operation, int status, int? retryAfter) => Typed(operation, status switch
    {
        401 => _errors.Unauthorized(operation.Group, "Unauthorized"),
        403 => _errors.Forbidden(operation.Group, "Not authorized"),
        429 => _errors.Throttled(operation.Group, retryAfter),
        >= 500 => _errors.ServerFault(operation.Group, status) with { RetryAfter = retryAfter },
        _ => _errors.BadRequest(operation.Group, "The request is not valid.") with { Status = status },
    });

    public Answer Handle(Operation operation, string last, IncomingCall call, Uri root) =>
        Typed(operation, Serve(operation, last, call, root));

    /// <summary>Sponsored Brands v4 sends its errors, too, under its own media type.</summary>
    private static Answer Typed(Operation operation, Answer answer) =>
        operation.Group == OperationGroup.SponsoredBrands && answer.Status >= 400
            ? answer with { ContentType = operation.Accept }
            : answer;

    private Answer Serve(Operation operation, string last, IncomingCall call, Uri root)
    {
        if (CheckCaller(operation, call, out SimulatorGrant? grant, out string answerType) is { } refusal)
        {
            return refusal;
        }

        if (throttle.Refuse($"{call.Region}|{operation.Group}") is { } seconds)
        {
            return _errors.Throttled(operation.Group, throttle.Limit?.SendsRetryAfter == true ? seconds : null);
        }

        if (!operation.NeedsScope)
        {
            return operation == ListProfiles ? _profiles.List(call, grant!) : _profiles.Get(call, last, grant!);
        }

        if (call.ScopeProfileId is not { } profileId)
        {
            return _errors.Unauthorized(operation.Group, "Scope header is missing");
        }

        if (world.Find(profileId) is not { } profile || profile.Region != call.Region || !grant!.Sees(profileId))
        {
            return _errors.Unauthorized(operation.Group, "No matching advertiser found for scope");
        }

        if (grant.RefusalOf(profileId) is { } refused)
        {
            return refused == 403
                ? _errors.Forbidden(operation.Group, "Not authorized to access this profile.")
                : _errors.Unauthorized(operation.Group, "Not authorized to access scope");
        }

        if (profile.IsAgency)
        {
            return _errors.BadRequest(operation.Group, "Agency profiles are not supported by this operation.");
        }

        if (profile.IsViewOnly && operation.IsForEditors)
        {
            return _errors.Forbidden(operation.Group, $"Not authorized to call {operation.Path} with view permission.");
        }

        if (!profile.HasBrand
            && operation.Group
                is (OperationGroup.SponsoredBrands or OperationGroup.SponsoredBrandsTargeting or OperationGroup.SponsoredDisplay))
        {
            return _errors.Forbidden(operation.Group, "The advertiser has no registered brand.");
        }

        DateOnly today = profile.Marketplace.DateAt(clock.GetUtcNow());
        SimulatedProfile seen = operation.IsList ? profile.SeenOn(today) : profile;
        return _endpoints[operation](new ScopedCall(operation, last, call, seen, today, answerType, root));
    }

    private static IEnumerable<Endpoint> Endpoints(SimulatorQuirks quirks, ReportService reports, ExportService exports) =>
    [
        .. SponsoredProductsOperations.All(quirks),
        .. SponsoredBrandsOperations.All(quirks),
        .. SponsoredDisplayOperations.All(quirks),
        .. PortfolioOperations.All(quirks),
        .. ReportOperations.All(reports),
        .. ExportOperations.All(exports),
    ];

    private Answer? CheckCaller(Operation operation, IncomingCall call, out SimulatorGrant? grant, out string answerType)
    {
        answerType = operation.Accept;
        string authorization = call.Header("Authorization") ?? "";
        grant = authorization.StartsWith("Bearer ", StringComparison.Ordinal)
            ? tokens.Find(authorization["Bearer ".Length..], call.ScopeProfileId)
            : null;
        if (grant is null)
        {
            return _errors.Unauthorized(operation.Group, "Unauthorized");
        }

        if (call.Header("Amazon-Advertising-API-ClientId") != options.ClientId)
        {
            return _errors.Unauthorized(
                operation.Group, "The Amazon-Advertising-API-ClientId header is missing or does not fit the token.");
        }

        if (!_mediaTypes.TakesBody(operation, call.Header("Content-Type")))
        {
            return _errors.UnsupportedMediaType(operation.Group, $"Content-Type must be {operation.ContentType}.");
        }

        if (_mediaTypes.FindAnswerType(operation, call.Accept) is not { } found)
        {
            return _errors.NotAcceptable(operation.Group, $"Accept must allow {operation.Accept}.");
        }

        answerType = found;
        return null;
    }
}
