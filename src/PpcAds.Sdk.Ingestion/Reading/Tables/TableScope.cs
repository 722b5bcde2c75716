using System.Diagnostics.CodeAnalysis;
using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.Reading;

/// <summary>One profile and dataset of a table. For those who implement a reader.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="ProfileId">The profile.</param>
/// <param name="Dataset">The dataset.</param>
/// <param name="Profile">What is stored of the profile; <see langword="null"/> if nothing is.</param>
[Experimental(Experimentals.StoreMakers)]
public sealed record TableScope(AccountId AccountId, ProfileId ProfileId, Dataset Dataset, ProfileRecord? Profile);
