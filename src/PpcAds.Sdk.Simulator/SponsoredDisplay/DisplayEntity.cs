using System.Text.Json.Nodes;
using PpcAds.Sdk.Simulator.Model;

namespace PpcAds.Sdk.Simulator.SponsoredDisplay;

/// <summary>An entity that a list may hold.</summary>
/// <param name="Lifetime">What its state follows from.</param>
/// <param name="LiveStatus">Its serving status while it is enabled.</param>
/// <param name="Describe">Makes all members but those that every entity has.</param>
internal sealed record DisplayEntity(Lifetime Lifetime, string LiveStatus, Func<JsonObject> Describe);
