namespace PpcAds.Sdk.Conformance.Exchanges;

/// <summary>Who is to blame: the client for requests, the simulator for responses.</summary>
internal enum ExchangeSide
{
    Request,
    Response,
}
